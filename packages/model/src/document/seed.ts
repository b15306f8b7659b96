import * as Y from 'yjs'
import { PageId } from '../ids/recordId.ts'
import { BoardDocument, type FieldValue } from './BoardDocument.ts'

/** The sheet that every board has from its first moment. */
export const FIRST_PAGE_ID = PageId.parse('page:board')

/** Client id of what no person wrote. Real ones are random; nobody may claim this one on a socket. */
export const SEED_CLIENT_ID = 0

/**
 * The update that makes an empty document a version-1 board: `meta.schemaVersion` and one page. The same bytes always, so
 * applying it twice changes nothing. Only the server applies it, when it creates a room (reliability.md F01).
 */
export function seedUpdate(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = SEED_CLIENT_ID
  const board = new BoardDocument(doc)
  board.transact(() => {
    board.meta.set('schemaVersion', 1)
    board.records.set(
      FIRST_PAGE_ID,
      new Y.Map<FieldValue>(Object.entries({ type: 'page', name: '', index: 'a1', meta: {} })),
    )
  }, 'seed')
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
