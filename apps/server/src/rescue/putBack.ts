import { isDeepStrictEqual } from 'node:util'
import type { SqliteDatabase } from '../storage/SqliteDatabase.ts'
import { readStoredDocument } from '../sync/storedDocument.ts'
import { readsBack, snapshotOf } from '../sync/verifiedSnapshot.ts'
import * as Y from 'yjs'
import { RescueFileError, type RescuedRoom } from './RescueFiles.ts'

/** What became of a rescued board. */
export interface PutBack {
  /** Records that the stored board did not have. */
  readonly added: number
  readonly records: number
  readonly sequence: number
}

/**
 * Brings a rescued board together with what is stored of its room: nothing of either is lost, and doing it again changes nothing.
 * The server must not run: the database is held alone.
 *
 * @throws RescueFileError when the room is gone, was made anew since, or is damaged; what SQLite gives
 */
export function putBack(database: SqliteDatabase, { roomId, epoch, state, clients }: RescuedRoom): PutBack {
  const stored = database.documents.loadDocument(roomId)
  if (stored === null) throw new RescueFileError('The room of this file is not in the database.')
  if (stored.epoch !== epoch) {
    throw new RescueFileError(
      'The board of this room was made anew after the file was written: they do not belong together.',
    )
  }
  if (stored.damage !== undefined) {
    throw new RescueFileError('What is stored of this room is damaged: put a backup back first.')
  }
  const board = readStoredDocument(stored)
  const before = snapshotOf(board)
  const records = board.records.size
  const last = stored.updates.at(-1)?.sequence ?? stored.snapshot?.sequence ?? 0
  const had = Y.encodeStateVector(board.doc)
  Y.applyUpdate(board.doc, state)
  const snapshot = snapshotOf(board)
  const { bytes } = snapshot
  // What only takes away changes no clock.
  if (Buffer.from(had).equals(Y.encodeStateVector(board.doc)) && isDeepStrictEqual(before.records, snapshot.records)) {
    return { added: 0, records, sequence: last }
  }
  const mine = new Map([...clients].filter(([clientId]) => !stored.clients.has(clientId)))
  const sequence = last + 1
  database.documents.append([{ roomId, epoch, updates: [{ sequence, bytes }], clients: mine }])
  // What does not read back as it is (`Room.rescued`) replaces nothing: the log, in its order, makes the same board each time.
  if (readsBack(snapshot)) database.documents.compact(roomId, epoch, { sequence, bytes })
  return { added: board.records.size - records, records: board.records.size, sequence }
}
