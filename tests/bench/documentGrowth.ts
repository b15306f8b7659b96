// How much a board's document grows in a long session, and how fast it loads afterwards: 40 people, 600 cards, 600,000 edits.
// Bar (issue "The live board"): under 1.5 times its starting size, loads in under 100 ms.
//
// What remains of a drag is one small struct (about 12 bytes) however many moves it had, unless the same person goes on with
// the same card; so the growth follows the number of gestures. `steady` plays them as people work: a browser sends a move
// every 50 ms, a drag lasts 1 to 5 s, and six times in ten it goes on with the card that the person had. `restless` is the
// worst case: every drag is one second long, and every one on a card that somebody else had last.
//
//   node tests/bench/documentGrowth.ts [steady | restless] [edits]
import { ShapeId } from '@samenreis/model/ids/recordId'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import { FIRST_PAGE_ID, seedUpdate } from '@samenreis/model/document/seed'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import { shapeKinds } from '@samenreis/model/records/recordKinds'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import * as Y from 'yjs'

const RESTLESS = process.argv[2] === 'restless'
const EDITS = Number(process.argv[3] ?? 600_000)
const PEOPLE = 40
const CARDS = 600
/** Moves in one second of dragging. */
const MOVES_PER_SECOND = 20

/** The same run every time. */
const source = new RandomSource(2026)
const random = (): number => source.next()
const below = (limit: number): number => source.below(limit)
const ids = Array.from({ length: CARDS }, (_, at) => ShapeId.parse(`shape:card${at}`))
const sentence = 'Riet weet niet waar ze op wacht en hoe lang het nog duurt. '

const server = new BoardDocument(new Y.Doc())
Y.applyUpdate(server.doc, seedUpdate())
server.transact(() => {
  for (const [at, id] of ids.entries()) {
    const kind = at % 3 === 0 ? shapeKinds.touchpoint : at % 3 === 1 ? shapeKinds['pain-point'] : shapeKinds.idea
    const envelope = { parentId: FIRST_PAGE_ID, index: `a${at}`, isLocked: false, opacity: 1, meta: {} }
    const geometry = [below(6000), below(2000), 0, kind.size.w, kind.size.h]
    putRecord(
      server,
      kind.schema.parse({ ...kind.defaults, ...envelope, id, type: kind.type, geometry, title: sentence.slice(0, 40) }),
    )
  }
}, 'bench')

const people = Array.from({ length: PEOPLE }, () => {
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(server.doc))
  board.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') Y.applyUpdate(server.doc, update)
  })
  return board
})
const startBytes = Y.encodeStateAsUpdate(server.doc).byteLength

let done = 0
let gestures = 0
let wireBytes = 0
server.doc.on('update', (update: Uint8Array) => (wireBytes += update.byteLength))
const lastCard = people.map(() => below(CARDS))
while (done < EDITS) {
  const who = below(PEOPLE)
  const person = people[who]
  if (RESTLESS || random() > 0.6) lastCard[who] = below(CARDS)
  const id = ids[lastCard[who] ?? 0]
  if (person === undefined || id === undefined) continue
  gestures++
  const dice = random()
  if (dice < 0.85) {
    const seconds = RESTLESS ? 1 : 1 + below(5)
    const [x, y] = [below(6000), below(2000)]
    for (let move = 0; move < seconds * MOVES_PER_SECOND && done < EDITS; move++, done++) {
      person.transact(() => changeRecord(person, id, { geometry: [x + move * 7, y + move * 3, 0, 200, 150] }), 'person')
    }
  } else if (dice < 0.95) {
    // One word is typed letter by letter, another is taken away the same way: the text keeps its length.
    const word = 'opnieuw '
    const caret = below(30)
    for (let letter = 0; letter < word.length * 2 && done < EDITS; letter++, done++) {
      person.transact(() => {
        const title = String(person.records.get(id)?.get('title'))
        const typed = letter < word.length
        const at = typed ? caret + letter : Math.max(0, title.length - 1)
        const next = typed ? title.slice(0, at) + word[letter] + title.slice(at) : title.slice(0, at)
        changeRecord(person, id, { title: next })
      }, 'person')
    }
  } else {
    person.transact(() => changeRecord(person, id, { isLocked: random() < 0.5 }), 'person')
    done++
  }
  // Everyone hears everyone, as in a room; in batches, because only the result counts here.
  if (gestures % 20 === 0) {
    for (const each of people)
      Y.applyUpdate(each.doc, Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(each.doc)), 'server')
  }
}

const stored = Y.encodeStateAsUpdate(server.doc)
const loads = Array.from({ length: 5 }, () => {
  const started = performance.now()
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, stored)
  readBoard(board)
  return performance.now() - started
}).toSorted((a, b) => a - b)

console.log(
  JSON.stringify({
    gestures: RESTLESS ? 'restless' : 'steady',
    gestureCount: gestures,
    edits: done,
    people: PEOPLE,
    cards: CARDS,
    startKB: Math.round(startBytes / 1000),
    endKB: Math.round(stored.byteLength / 1000),
    ratio: Number((stored.byteLength / startBytes).toFixed(3)),
    wireBytesPerEdit: Math.round(wireBytes / done),
    loadAndReadMedianMs: Math.round(loads[2] ?? 0),
  }),
)
