import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { putRecord } from '@samenreis/model/document/write'
import { newShape } from '@samenreis/model/interchange/newShape'
import * as Y from 'yjs'
import { shapeId, step } from '../support/records.ts'

/** The card in which everybody types at once; nothing else happens to it. */
export const SHARED_CARD = shapeId('together')
const FIELD = 'description'
/** First character of Unicode's private use area: one code unit each, in no other text. */
const FIRST_CHARACTER = 0xe000

/** A locked journey and a card in it; the first records by id, where most edits happen. */
export const LOCKED_RECORDS = [shapeId('0journey'), shapeId('0within')] as const

/**
 * First content of every run: the seed, and the card, by a client id of the server's own.
 * @param locked with the locked journey
 */
export function firstContent(locked: boolean): Uint8Array[] {
  const board = new BoardDocument(new Y.Doc())
  board.doc.clientID = 1
  Y.applyUpdate(board.doc, seedUpdate())
  const before = Y.encodeStateVector(board.doc)
  board.transact(() => {
    putRecord(board, step('together'))
    if (!locked) return
    const [journey, within] = LOCKED_RECORDS
    putRecord(board, { ...newShape('journey', journey, { geometry: [0, 0, 0, 2000, 900] }), locked: true })
    putRecord(board, { ...step('0within', 'within'), id: within, parentId: journey })
  }, 'first content')
  return [seedUpdate(), Y.encodeStateAsUpdate(board.doc, before)]
}

/** A character that is typed once in a run, so that it can be told whether it got lost or came twice. */
export function characterOf(number: number): string {
  return String.fromCharCode(FIRST_CHARACTER + number)
}

/** Types one character; `at` 0 … 1 is the place in the text. */
export function typeTogether(board: BoardDocument, character: string, at: number, origin: unknown): void {
  const text = board.records.get(SHARED_CARD)?.get(FIELD)
  if (!(text instanceof Y.Text)) throw new Error('The shared card is gone')
  board.transact(() => text.insert(Math.floor(at * (text.length + 1)), character), origin)
}

export function textTogether(board: BoardDocument): string {
  return String(board.records.get(SHARED_CARD)?.get(FIELD))
}
