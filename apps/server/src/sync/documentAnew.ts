import { SEED_CLIENT_ID } from '@samenreis/model/document/seed'
import { authoredBoardOf } from '@samenreis/model/interchange/authoredBoard'
import * as Y from 'yjs'
import { newEpoch, systemRandom } from '../access/secrets.ts'
import type { NewDocument } from '../storage/RoomStorage.ts'
import { authoredBoard } from './authoredBoard.ts'
import type { MakeBoard } from './BoardRooms.ts'
import type { Room } from './Room.ts'
import { verifiedSnapshot } from './verifiedSnapshot.ts'

/**
 * A new document for a room, of plain records: another epoch, no tombstones, and nobody's earlier ids (reliability.md F02, C8). Everything
 * that the room accepted is stored.
 *
 * @param make what the new board holds, of what the old one does
 * @throws SnapshotMismatchError; what `make` throws
 */
export async function documentAnew(room: Room, make: MakeBoard): Promise<NewDocument> {
  const { board: old, authors: before, sequence } = authoredBoard(room)
  const made = await make(old, sequence, before)
  const { board, clients } = authoredBoardOf(made, made.authors ?? before)
  const snapshot = verifiedSnapshot(board)
  board.doc.destroy()
  // The seed's id is every board's own.
  const retired = [...Y.decodeStateVector(room.acceptedState()).keys()].filter((each) => each !== SEED_CLIENT_ID)
  return { epoch: newEpoch(systemRandom), snapshot, clients, retired }
}
