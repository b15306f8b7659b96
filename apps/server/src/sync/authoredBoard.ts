import { authorsOf } from '@samenreis/model/document/BoardAuthors'
import { plainBoard } from '@samenreis/model/interchange/PlainBoard'
import type { AuthoredBoard } from './BoardRooms.ts'
import type { Room } from './Room.ts'

/** What a room has stored, and who wrote what of it. */
export function authoredBoard({ committed, claims, sequence }: Room): AuthoredBoard {
  return { board: plainBoard(committed), authors: authorsOf(committed, (id) => claims.ownerOf(id)), sequence }
}
