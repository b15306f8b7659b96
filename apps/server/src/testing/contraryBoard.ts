import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { putRecord } from '@samenreis/model/document/write'
import * as Y from 'yjs'
import { forgedUpdate } from './forgedUpdate.ts'
import { step } from './step.ts'

const TYPIST = 200

/**
 * The log of a board as an older version may have stored it: `words` stand in the title of the step `a` between characters that are the
 * wrong way round ([RM27]), so that the board does not read back as these updates, one after the other, make it.
 */
export function contraryBoard(): { readonly updates: readonly Uint8Array[]; readonly words: readonly string[] } {
  const board = new BoardDocument(new Y.Doc())
  board.doc.clientID = TYPIST
  Y.applyUpdate(board.doc, seedUpdate())
  board.transact(() => putRecord(board, step('a', { title: 'Bellen' })), 'test')
  const title = board.records.get('shape:a')?.get('title')
  if (!(title instanceof Y.Text) || title._start === null) throw new Error('The step has no title')
  const { clock } = title._start.id
  const between = (text: string, client: number, left: number, right: number): Uint8Array => {
    const [origin, rightOrigin] = [Y.createID(TYPIST, clock + left), Y.createID(TYPIST, clock + right)]
    const content = new Y.ContentString(text)
    return forgedUpdate(new Y.Item(Y.createID(client, 0), null, origin, null, rightOrigin, null, null, content))
  }
  return {
    updates: [Y.encodeStateAsUpdate(board.doc), between('eerst', 101, 0, 0), between('later', 102, 3, 2)],
    words: ['eerst', 'later'],
  }
}
