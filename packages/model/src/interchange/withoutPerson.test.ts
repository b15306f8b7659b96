import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { authorsOf, type ClientOwner } from '../document/BoardAuthors.ts'
import { BoardDocument } from '../document/BoardDocument.ts'
import { readBoard } from '../document/read.ts'
import { FIRST_PAGE_ID, seedUpdate } from '../document/seed.ts'
import { changeRecord, putRecord, removeRecord } from '../document/write.ts'
import { ParticipantId } from '../ids/participantId.ts'
import { BindingId, ShapeId } from '../ids/recordId.ts'
import { randomBoard } from '../testing/randomBoard.ts'
import { RandomSource } from '../testing/RandomSource.ts'
import { authoredBoardOf } from './authoredBoard.ts'
import { newShape } from './newShape.ts'
import { plainBoard } from './PlainBoard.ts'
import { withoutPerson } from './withoutPerson.ts'

const riet = ParticipantId.parse('pa_riet')
const joost = ParticipantId.parse('pa_joost')
const id = (part: string): ShapeId => ShapeId.parse(`shape:${part}`)

/** A board on which each of these people writes under a client id of their own. */
class SharedBoard {
  readonly board = new BoardDocument(new Y.Doc())
  readonly #clients = new Map([
    [101, riet],
    [102, joost],
  ])
  readonly ownerOf: ClientOwner = (clientId) => this.#clients.get(clientId)

  constructor() {
    Y.applyUpdate(this.board.doc, seedUpdate())
  }

  as(who: ParticipantId, change: (board: BoardDocument) => void): void {
    for (const [client, owner] of this.#clients) if (owner === who) this.board.doc.clientID = client
    this.board.transact(() => change(this.board), 'test')
  }

  /** What is left without Riet. */
  withoutRiet(name = 'Riet') {
    return withoutPerson(plainBoard(this.board), authorsOf(this.board, this.ownerOf), { id: riet, name })
  }
}

const at = (x: number): { geometry: [number, number, number, number, number] } => ({ geometry: [x, 0, 0, 200, 150] })

test('[ER1] what a person put on the board goes, with the links to it; what others put there stays as it was', () => {
  const shared = new SharedBoard()
  shared.as(riet, (board) => putRecord(board, newShape('touchpoint', id('hers'), { ...at(0), title: 'MARKER' })))
  shared.as(joost, (board) => {
    putRecord(board, newShape('touchpoint', id('his'), { ...at(300), title: 'Bellen' }))
    putRecord(board, newShape('card', id('card'), { ...at(600), text: 'Goed idee' }))
    for (const [name, toId] of [
      ['to-hers', id('hers')],
      ['to-his', id('his')],
    ] as const) {
      putRecord(board, {
        id: BindingId.parse(`binding:${name}`),
        type: 'belongs_to',
        fromId: id('card'),
        toId,
        meta: {},
      })
    }
  })
  const before = readBoard(shared.board).records
  const { board, removed, changed } = shared.withoutRiet()
  expect(removed.toSorted()).toEqual(['binding:to-hers', 'shape:hers'])
  expect(changed).toEqual([])
  expect(JSON.stringify(board)).not.toContain('MARKER')
  for (const record of board.records) expect(record).toEqual(before.get(record.id))
})

test('[ER1] what others wrote down as hers goes too: her words, her line of feelings, a card on her behalf', () => {
  const shared = new SharedBoard()
  shared.as(joost, (board) => {
    putRecord(board, newShape('card', id('quote'), { ...at(0), kind: 'quote', text: 'MARKER', authorId: riet }))
    putRecord(board, newShape('card', id('behalf'), { ...at(0), text: 'MARKER', onBehalfOf: riet }))
    putRecord(board, newShape('curve', id('curve'), { ...at(0), authorId: riet, label: 'MARKER' }))
    putRecord(board, newShape('card', id('own'), { ...at(0), kind: 'quote', text: 'Van mij', authorId: joost }))
  })
  const { board, removed } = shared.withoutRiet()
  expect(removed).toHaveLength(3)
  expect(board.records.map((record) => record.id)).toEqual([FIRST_PAGE_ID, id('own')])
})

test('[ER2] of the cards of others go the words that she typed, and nothing else', () => {
  const shared = new SharedBoard()
  shared.as(joost, (board) => {
    putRecord(board, newShape('touchpoint', id('step'), { ...at(0), title: 'Zij belt de gemeente' }))
    putRecord(board, newShape('persona', id('persona'), { ...at(0), name: 'Anna', dreams: ['Rust'] }))
  })
  shared.as(riet, (board) => {
    changeRecord(board, id('step'), { title: 'Zij belt MARKER de gemeente', waitDays: 3 })
    changeRecord(board, id('persona'), { dreams: ['Rust', 'MARKER'] })
  })
  shared.as(joost, (board) => changeRecord(board, id('step'), { title: 'Zij belt MARKER de gemeente, weer' }))
  const { board, removed, changed } = shared.withoutRiet()
  expect(removed).toEqual([])
  expect(changed).toEqual([id('step'), id('persona')])
  expect(board.records.find((record) => record.id === id('step'))).toMatchObject({
    title: 'Zij belt de gemeente, weer',
    waitDays: 3,
  })
  // One value with the words of both: it cannot be told apart, so it goes.
  expect(board.records.find((record) => record.id === id('persona'))).toMatchObject({ name: 'Anna', dreams: [] })
})

test('[ER2] a card of hers in which others wrote stays, with their words alone', () => {
  const shared = new SharedBoard()
  shared.as(riet, (board) => putRecord(board, newShape('idea', id('idea'), { ...at(0), title: 'MARKER' })))
  shared.as(joost, (board) => changeRecord(board, id('idea'), { description: 'Eén vaste hulp' }))
  const { board, changed } = shared.withoutRiet()
  expect(changed).toEqual([id('idea')])
  expect(board.records.at(-1)).toMatchObject({ title: '', description: 'Eén vaste hulp' })
})

test('[ER2] a journey of hers stays, without her words and with its phases, while something of others stands in it', () => {
  const shared = new SharedBoard()
  const inJourney = (part: string) => ({ ...at(0), parentId: id(part) })
  shared.as(riet, (board) => {
    for (const part of ['shared', 'alone']) {
      putRecord(board, newShape('journey', id(part), { ...at(0), title: 'MARKER' }))
      putRecord(board, newShape('phase', id(`${part}-phase`), { ...inJourney(part), title: 'MARKER' }))
      putRecord(board, newShape('touchpoint', id(`${part}-step`), { ...inJourney(part), title: 'MARKER' }))
    }
  })
  shared.as(joost, (board) => putRecord(board, newShape('card', id('card'), { ...inJourney('shared'), text: 'Ja' })))
  const { board, removed } = shared.withoutRiet()
  expect(removed.toSorted()).toEqual(['shape:alone', 'shape:alone-phase', 'shape:alone-step', 'shape:shared-step'])
  expect(JSON.stringify(board)).not.toContain('MARKER')
})

test('[ER3] her name goes where she is named as the one who does it, whoever wrote it', () => {
  const shared = new SharedBoard()
  shared.as(joost, (board) => {
    putRecord(board, newShape('idea', id('a'), { ...at(0), title: 'A', owner: ' riet ', ownerParticipantId: riet }))
    putRecord(board, newShape('idea', id('b'), { ...at(0), title: 'B', owner: 'Rietveld', ownerParticipantId: joost }))
    putRecord(board, newShape('persona', id('c'), { ...at(0), name: 'Riet' }))
  })
  const { board } = shared.withoutRiet()
  const left = (part: string) => board.records.find((record) => record.id === id(part))
  expect(left('a')).toMatchObject({ owner: '', ownerParticipantId: null })
  expect(left('b')).toMatchObject({ owner: 'Rietveld', ownerParticipantId: joost })
  // A persona may bear the same first name.
  expect(left('c')).toMatchObject({ name: 'Riet' })
  expect(JSON.stringify(board)).not.toContain(riet)
})

test('[ER4] a board that is made anew holds the same records, no earlier id and no tombstone, and still knows who wrote what', () => {
  const shared = new SharedBoard()
  shared.as(joost, (board) => putRecord(board, newShape('touchpoint', id('step'), { ...at(0), title: 'Zij belt' })))
  shared.as(riet, (board) => {
    changeRecord(board, id('step'), { title: 'Zij belt vaak', waitDays: 3 })
    putRecord(board, newShape('touchpoint', id('gone'), { ...at(0), title: 'MARKER' }))
    removeRecord(board, id('gone'))
  })
  const authors = authorsOf(shared.board, shared.ownerOf)
  const { board, clients } = authoredBoardOf(plainBoard(shared.board), authors)
  expect(readBoard(board)).toEqual(readBoard(shared.board))
  const bytes = Y.encodeStateAsUpdate(board.doc)
  expect(Buffer.from(bytes).includes('MARKER')).toBe(false)
  const ids = [...Y.decodeStateVector(Y.encodeStateVector(board.doc)).keys()]
  expect(ids.filter((each) => each === 101 || each === 102)).toEqual([])
  const again = new BoardDocument(new Y.Doc())
  Y.applyUpdate(again.doc, bytes)
  expect(authorsOf(again, (client) => clients.get(client))).toEqual(authors)
})

test('[ER4] so does any board', () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const plain = { schemaVersion: 1, records: randomBoard(new RandomSource(seed), 60), setAside: [] }
    const { board } = authoredBoardOf(plain, new Map())
    for (const record of plain.records) expect(readBoard(board).records.get(record.id)).toEqual(record)
  }
})
