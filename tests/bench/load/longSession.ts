import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { FIRST_PAGE_ID, seedUpdate } from '@samenreis/model/document/seed'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { shapeKinds } from '@samenreis/model/records/recordKinds'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import * as Y from 'yjs'

const PEOPLE = 40
/** Moves in one second of dragging; a drag lasts 1 to 5 s, and six times in ten goes on with the card that the person had. */
const MOVES_PER_SECOND = 20
const SAME_CARD = 0.6
const sentence = 'Riet weet niet waar ze op wacht en hoe lang het nog duurt.'

/**
 * The document that a long session leaves: cards that 40 people dragged about, one gesture after the other
 * (`documentGrowth.ts` plays it with everybody at the same time, and finds the same size).
 */
export function longSession(cards: number, edits: number): Y.Doc {
  const random = new RandomSource(2026)
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  const ids = Array.from({ length: cards }, (_, at) => ShapeId.parse(`shape:card${at}`))
  board.doc.clientID = 1
  board.transact(() => {
    for (const [at, id] of ids.entries()) {
      const kind = [shapeKinds.touchpoint, shapeKinds['pain-point'], shapeKinds.idea][at % 3] ?? shapeKinds.idea
      const envelope = { parentId: FIRST_PAGE_ID, index: `a${at}`, isLocked: false, opacity: 1, meta: {} }
      const geometry = [random.below(6000), random.below(2000), 0, kind.size.w, kind.size.h]
      putRecord(
        board,
        kind.schema.parse({ ...kind.defaults, ...envelope, id, type: kind.type, geometry, title: sentence }),
      )
    }
  }, 'bench')
  const held = Array.from({ length: PEOPLE }, () => random.below(cards))
  for (let done = 0; done < edits;) {
    const person = random.below(PEOPLE)
    // The same document under one id after the other is what a server holds of many.
    board.doc.clientID = 2 + person
    if (random.next() > SAME_CARD) held[person] = random.below(cards)
    const id = ids[held[person] ?? 0]
    if (id === undefined) continue
    const [x, y] = [random.below(6000), random.below(2000)]
    const moves = (1 + random.below(5)) * MOVES_PER_SECOND
    for (let move = 0; move < moves && done < edits; move += 1, done += 1) {
      board.transact(() => changeRecord(board, id, { geometry: [x + move * 7, y + move * 3, 0, 200, 150] }), 'bench')
    }
  }
  return board.doc
}
