import type { RoomId } from '@samenreis/model/ids/roomId'

/** Where a session lives on this server; with a secret it is a link that lets one in (design.md, Access). */
export function roomPath(roomId: RoomId, secret?: string): string {
  return secret === undefined ? `/r/${roomId}` : `/r/${roomId}#${secret}`
}

/** The whole address, to copy, print and scan. */
export function roomLink(origin: string, roomId: RoomId, secret: string): string {
  return origin + roomPath(roomId, secret)
}
