import type { RoomId } from '@samenreis/model/ids/roomId'

/** Where a session lives on this server; with a secret it is a link that lets one in (design.md, Access). */
export function roomPath(roomId: RoomId, secret?: string): string {
  return secret === undefined ? `/r/${roomId}` : `/r/${roomId}#${secret}`
}

/**
 * Last part of the address of the board as the big screen shows it. The view stands in the address, and not in the tab's
 * storage: it survives a reload, leaves other tabs alone, ends with any other link or the plain address, and works in a browser that
 * keeps nothing. It opens nothing: whoever has this address alone still needs a session.
 */
export const SCREEN_VIEW = 'scherm'

export function screenPath(roomId: RoomId): string {
  return `${roomPath(roomId)}/${SCREEN_VIEW}`
}

/** The whole address, to copy, print and scan. */
export function roomLink(origin: string, roomId: RoomId, secret: string): string {
  return origin + roomPath(roomId, secret)
}
