import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import { repairsOf } from '@samenreis/model/document/repair'
import { FIRST_PAGE_ID, seedUpdate } from '@samenreis/model/document/seed'
import { changeRecord, putRecord, removeRecord } from '@samenreis/model/document/write'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { BindingId, ShapeId } from '@samenreis/model/ids/recordId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { isBinding, isShape } from '@samenreis/model/records/recordClass'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { defaultLimits } from './limits.ts'
import { Room, type Author } from './Room.ts'

const shape = (part: string): ShapeId => ShapeId.parse(`shape:${part}`)
const parts = ['a', 'b', 'c', 'd', 'e'] as const

/** Somebody with a document of his own. */
class Person {
  readonly board = new BoardDocument(new Y.Doc())
  readonly author: Author

  constructor(name: string) {
    this.author = { participantId: ParticipantId.parse(`pa_${name}`), mayEdit: true, facilitates: true, claimsLeft: 8 }
  }

  /** What this change brings, on top of what the person has. */
  does(change: (board: BoardDocument) => void): Uint8Array {
    const before = Y.encodeStateVector(this.board.doc)
    this.board.transact(() => change(this.board), 'test')
    return Y.encodeStateAsUpdate(this.board.doc, before)
  }

  receives(room: Room): void {
    Y.applyUpdate(this.board.doc, Y.encodeStateAsUpdate(room.committed.doc))
  }
}

function store(room: Room): void {
  while (room.takeBatch() !== null) room.commit()
}

/** A room with frames `a` and `b`, cards `c` to `e` in them, and a link from `c` to `d`. */
function newRoom(): Room {
  const updates = [{ sequence: 1, bytes: seedUpdate() }]
  const stored = { epoch: 'e', snapshot: null, updates, clients: new Map(), retired: new Set<number>() }
  const room = new Room(RoomId.parse('a'.repeat(26)), stored, defaultLimits)
  room.write((board) => {
    for (const [at, part] of parts.entries()) {
      const parentId = at < 2 ? FIRST_PAGE_ID : shape('a')
      putRecord(board, newShape(at < 2 ? 'frame' : 'card', shape(part), { parentId, index: `a${at + 1}` }))
    }
    putRecord(board, {
      id: BindingId.parse('binding:l'),
      type: 'belongs_to',
      fromId: shape('c'),
      toId: shape('d'),
      meta: {},
    })
  })
  store(room)
  return room
}

/** One honest edit that may go against another: moved, taken away, stacked, linked, made. */
function edit(random: RandomSource, name: string): (board: BoardDocument) => void {
  const [one, other] = [shape(random.pick(parts)), shape(random.pick(parts))]
  switch (random.below(5)) {
    case 0:
      return (board) => {
        removeRecord(board, one)
        for (const [id, fields] of board.records.entries()) if (fields.get('parentId') === one) board.records.delete(id)
        board.records.delete('binding:l')
      }
    case 1:
      return (board) => changeRecord(board, one, { parentId: one === other ? FIRST_PAGE_ID : other })
    case 2:
      return (board) => changeRecord(board, one, { index: 'a9' })
    case 3:
      return (board) => {
        if (!board.records.has(one) || !board.records.has(other)) return
        const id = BindingId.parse(`binding:${name}`)
        putRecord(board, { id, type: 'belongs_to', fromId: one, toId: other, meta: {} })
      }
    default:
      return (board) => putRecord(board, newShape('card', shape(`new-${name}`), { parentId: one, index: 'a7' }))
  }
}

/** I4 (reliability.md): parents and ends of links are there, nothing stands on itself, siblings have keys of their own. */
function expectWhole(board: BoardDocument): void {
  expect(repairsOf(board)).toEqual([])
  const { records, quarantined } = readBoard(board)
  expect(quarantined).toEqual([])
  const places = new Set<string>()
  for (const record of records.values()) {
    if (isBinding(record)) expect([records.has(record.fromId), records.has(record.toId)]).toEqual([true, true])
    if (!isShape(record)) continue
    expect(records.has(record.parentId)).toBe(true)
    const place = `${record.parentId} ${record.index}`
    expect(places.has(place), place).toBe(false)
    places.add(place)
  }
}

test('[RP11, F13] two honest edits that meet: whole after one repair, the same for everybody, and no second one', () => {
  let [conflicts, repaired] = [0, 0]
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
      const random = new RandomSource(seed)
      const room = newRoom()
      const people = [new Person('nora'), new Person('ben')]
      for (const person of people) person.receives(room)
      // Each edits twice without hearing of the other; then the server hears both.
      const sent = people.flatMap((person, at) =>
        [0, 1].map((n) => ({ person, update: person.does(edit(random, `${at}${n}`)) })),
      )
      for (const { person, update } of sent) {
        expect(['accepted', 'nothing']).toContain(room.accept(update, person.author).kind)
        store(room)
      }
      const broken = repairsOf(room.committed).length
      conflicts += broken > 0 ? 1 : 0
      const { repairs } = room.repair()
      repaired += repairs
      store(room)
      expectWhole(room.committed)
      // No ping-pong: what the server wrote gives nobody anything to do, itself least of all.
      expect([room.repair().repairs, room.repair().repairs]).toEqual([0, 0])
      for (const person of people) {
        person.receives(room)
        expect(person.board.records.toJSON()).toEqual(room.committed.records.toJSON())
        expectWhole(person.board)
        expect(room.accept(Y.encodeStateAsUpdate(person.board.doc), person.author).kind).toBe('nothing')
      }
      room.destroy()
    }),
    { numRuns: 100, seed: 13 },
  )
  expect(conflicts).toBeGreaterThan(20)
  // At most two records change for a conflict of two edits, in the mean.
  expect(repaired / conflicts).toBeLessThanOrEqual(2)
}, 30_000)

test('[RP11, F13] a card moved into a frame that another takes away, a link to what goes, a ring, one key for two', () => {
  const cases: Record<string, [(board: BoardDocument) => void, (board: BoardDocument) => void, number]> = {
    'moved into what goes': [
      (board) => changeRecord(board, shape('c'), { parentId: shape('b') }),
      (board) => removeRecord(board, shape('b')),
      1,
    ],
    'linked to what goes': [
      (board) => {
        const id = BindingId.parse('binding:new')
        putRecord(board, { id, type: 'belongs_to', fromId: shape('c'), toId: shape('e'), meta: {} })
      },
      (board) => removeRecord(board, shape('e')),
      1,
    ],
    'each into the other': [
      (board) => changeRecord(board, shape('a'), { parentId: shape('b') }),
      (board) => changeRecord(board, shape('b'), { parentId: shape('a') }),
      2,
    ],
    'both on top': [
      (board) => changeRecord(board, shape('c'), { index: 'a9' }),
      (board) => changeRecord(board, shape('d'), { index: 'a9' }),
      1,
    ],
  }
  for (const [name, [one, other, expected]] of Object.entries(cases)) {
    const room = newRoom()
    const people = [new Person('nora'), new Person('ben')]
    for (const person of people) person.receives(room)
    const updates = people.map((person, at) => person.does(at === 0 ? one : other))
    for (const [at, person] of people.entries()) room.accept(updates[at] ?? new Uint8Array(), person.author)
    expect([name, room.mayNeedRepair, room.repair().repairs]).toEqual([name, true, expected])
    store(room)
    expectWhole(room.committed)
    room.destroy()
  }
})

test('[RP12] typing and dragging give nothing to look at', () => {
  const room = newRoom()
  room.repair()
  expect(room.mayNeedRepair).toBe(false)
  const nora = new Person('nora')
  nora.receives(room)
  const update = nora.does((board) =>
    changeRecord(board, shape('c'), { text: 'Bellen', geometry: [9, 9, 0, 200, 120] }),
  )
  expect(room.accept(update, nora.author).kind).toBe('accepted')
  expect(room.mayNeedRepair).toBe(false)
})

test('[RP11] a board that is full is left as it is, and nothing breaks', () => {
  const updates = [{ sequence: 1, bytes: seedUpdate() }]
  const stored = { epoch: 'e', snapshot: null, updates, clients: new Map(), retired: new Set<number>() }
  const room = new Room(RoomId.parse('a'.repeat(26)), stored, { ...defaultLimits, records: 2 })
  room.write((board) => {
    putRecord(board, newShape('card', shape('a'), {}))
    board.records.delete(FIRST_PAGE_ID)
  })
  room.write((board) => putRecord(board, newShape('card', shape('b'), { index: 'a2' })))
  expect(room.repair()).toEqual({ repairs: 0, bytes: 0 })
})
