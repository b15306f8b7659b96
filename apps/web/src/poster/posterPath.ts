import { ShapeId } from '@samenreis/model/ids/recordId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { roomPath } from '../share/roomLink.ts'

/** Part of the address before the persona. */
export const POSTER_VIEW = 'persona'
const CLASS = 'shape:'

/** Where the poster of a persona lives; the id's class is left out of the address. */
export function posterPath(roomId: RoomId, personaId: string): string {
  return `${roomPath(roomId)}/${POSTER_VIEW}/${personaId.slice(CLASS.length)}`
}

/** The id that an address names, or null when it cannot be one. */
export function personaIdOf(param: string | undefined): ShapeId | null {
  const id = ShapeId.safeParse(`${CLASS}${param ?? ''}`)
  return id.success ? id.data : null
}
