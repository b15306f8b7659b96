import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import { hasPending } from './storedDocument.ts'

/** What was encoded does not read back as what is in memory. Such bytes must never replace a log. */
export class SnapshotMismatchError extends Error {
  override readonly name = 'SnapshotMismatchError'
}

/**
 * The whole document as one update: encoded, decoded into a fresh document, and compared record by record before anybody may
 * store it (reliability.md C1.3). Made from a garbage-collected document, so deleted text is not in it.
 * @throws SnapshotMismatchError
 */
export function verifiedSnapshot(board: BoardDocument): Uint8Array {
  const bytes = Y.encodeStateAsUpdate(board.doc)
  const copy = new BoardDocument(new Y.Doc())
  Y.applyUpdate(copy.doc, bytes)
  const same =
    !hasPending(copy.doc) &&
    equalityDeep(copy.records.toJSON(), board.records.toJSON()) &&
    equalityDeep(copy.meta.toJSON(), board.meta.toJSON())
  copy.doc.destroy()
  if (!same) throw new SnapshotMismatchError('The snapshot does not read back as the board in memory')
  return bytes
}
