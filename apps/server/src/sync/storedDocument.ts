import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import * as Y from 'yjs'
import type { StoredDocument } from '../storage/RoomStorage.ts'

/** Stored bytes that do not make a board. Nothing may be written to such a room: the bytes are all there is of it. */
export class UnreadableDocumentError extends Error {
  override readonly name = 'UnreadableDocumentError'
}

/** The board that the stored bytes make. @throws UnreadableDocumentError */
export function readStoredDocument({ snapshot, updates }: StoredDocument): BoardDocument {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const { bytes } of snapshot === null ? updates : [snapshot, ...updates]) Y.applyUpdate(doc, bytes)
    })
  } catch (error) {
    throw new UnreadableDocumentError('The stored updates cannot be applied', { cause: error })
  }
  if (hasPending(doc)) throw new UnreadableDocumentError('The stored updates have a gap')
  const board = new BoardDocument(doc)
  if (board.schemaVersion === null) throw new UnreadableDocumentError('The stored document is not a board')
  return board
}

/** Whether the document waits for something that it was not given. */
export function hasPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}

/** A copy of what a document holds, without its waiting parts. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
