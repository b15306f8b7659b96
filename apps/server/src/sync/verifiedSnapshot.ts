import { isDeepStrictEqual } from 'node:util'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import * as Y from 'yjs'
import { hasPending } from './storedDocument.ts'

/** What was encoded does not read back as what is in memory. Such bytes must never replace a log. */
export class SnapshotMismatchError extends Error {
  override readonly name = 'SnapshotMismatchError'

  constructor() {
    super('The snapshot does not read back as the board in memory')
  }
}

/**
 * A whole board as one update, beside the plain values that it must read back as. Made from a garbage-collected document, so deleted
 * text is not in it. It can be handed to another thread.
 */
export interface BoardSnapshot {
  readonly bytes: Uint8Array
  readonly records: unknown
  readonly meta: unknown
}

/** Encodes a board; not checked yet. */
export function snapshotOf({ doc, records, meta }: BoardDocument): BoardSnapshot {
  return { bytes: Y.encodeStateAsUpdate(doc), records: records.toJSON(), meta: meta.toJSON() }
}

/** Whether the bytes, decoded into a fresh document, are the board that they were made of, record by record. */
export function readsBack({ bytes, records, meta }: BoardSnapshot): boolean {
  const copy = new BoardDocument(new Y.Doc())
  try {
    Y.applyUpdate(copy.doc, bytes)
    return (
      !hasPending(copy.doc) &&
      isDeepStrictEqual(copy.records.toJSON(), records) &&
      isDeepStrictEqual(copy.meta.toJSON(), meta)
    )
  } catch {
    return false
  } finally {
    copy.doc.destroy()
  }
}

/** The bytes of a board, read back before anybody may store them (reliability.md C1.3). @throws SnapshotMismatchError */
export function verifiedSnapshot(board: BoardDocument): Uint8Array {
  const snapshot = snapshotOf(board)
  if (!readsBack(snapshot)) throw new SnapshotMismatchError()
  return snapshot.bytes
}
