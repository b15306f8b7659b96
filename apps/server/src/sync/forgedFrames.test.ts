import { BoardDocument, type FieldValue } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { putRecord } from '@samenreis/model/document/write'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { BindingId, ShapeId } from '@samenreis/model/ids/recordId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { forgedUpdate } from '../testing/forgedUpdate.ts'
import { step } from '../testing/step.ts'
import { defaultLimits, type SyncLimits } from './limits.ts'
import { Room, type Author } from './Room.ts'

const eva: Author = { participantId: ParticipantId.parse('pa_eva'), mayEdit: true, facilitates: false, claimsLeft: 8 }
const shape = (part: string): ShapeId => ShapeId.parse(`shape:${part}`)
const JOURNEY = shape('j')

/** A room with a locked journey, a card in it whose title ends with a picture, and two cards beside it. */
function newRoom(some: Partial<SyncLimits> = {}): Room {
  return roomWith({ ...defaultLimits, ...some })
}

function roomWith(limits: SyncLimits): Room {
  const updates = [{ sequence: 1, bytes: seedUpdate() }]
  const stored = { epoch: 'e', snapshot: null, updates, clients: new Map(), retired: new Set<number>() }
  const room = new Room(RoomId.parse('a'.repeat(26)), stored, limits)
  room.write((board) => {
    putRecord(board, newShape('journey', JOURNEY, { index: 'a1', geometry: [0, 0, 0, 2000, 900], locked: true }))
    putRecord(board, newShape('touchpoint', shape('in'), { index: 'a1', parentId: JOURNEY, title: 'blij 😀!' }))
    putRecord(board, step('a', { index: 'a2', title: 'Bellen' }))
    putRecord(board, step('b', { index: 'a3' }))
  })
  store(room)
  return room
}

function store(room: Room): void {
  if (room.takeBatch() !== null) room.commit()
}

/** What was accepted, as somebody reads it who gets all of it at once. */
function acceptedIn(room: Room): BoardDocument {
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, room.rescued().bytes)
  return board
}

function valueOf(board: BoardDocument, id: string, name: string): unknown {
  const value: unknown = board.records.get(id)?.get(name)
  return value instanceof Y.Text ? value.toString() : value
}

/** The item that holds a record, or a field of it. */
function itemOf(room: Room, id: string, name: string | null = null): Y.Item {
  const { records } = room.committed
  const item = name === null ? records._map.get(id) : records.get(id)?._map.get(name)
  if (item === undefined) throw new Error(`${id} has no ${name}`)
  return item
}

/** One value after another under a key of a card, by client 7. */
function values(room: Room, from: number, ...all: readonly (readonly [id: string, name: string, value: unknown])[]) {
  return Y.mergeUpdates(
    all.map(([id, name, value], at) => {
      const before = room.committed.records.get(id)?._map.get(name)?.lastId ?? null
      const holder = before === null ? itemOf(room, id).id : null
      const key = before === null ? name : null
      const content = new Y.ContentAny([value])
      return forgedUpdate(new Y.Item(Y.createID(7, from + at), null, before, null, null, holder, key, content))
    }),
  )
}

for (const name of ['type', 'parentId', 'fromId', 'index']) {
  test(`[RM9, F09] a value that nothing can be made of leaves no trace, also when judging it fails: ${name}`, () => {
    const room = newRoom()
    expect(room.accept(values(room, 0, ['shape:a', 'extra', 1]), eva).kind).toBe('accepted')
    store(room)
    const forged = values(room, 1, ['shape:a', name, { toString: null }], [JOURNEY, 'locked', false])
    let kind = 'thrown'
    try {
      ;({ kind } = room.accept(forged, eva))
    } catch {
      // His connection ends with it; the room goes on.
    }
    expect(['thrown', 'refused']).toContain(kind)
    expect(valueOf(acceptedIn(room), JOURNEY, 'locked')).toBe(true)
    expect(room.accept(values(room, 3, ['shape:b', 'extra', 2]), eva).kind).toBe('gap')
    expect(room.accept(values(room, 1, ['shape:b', 'extra', 2]), eva).kind).toBe('accepted')
    store(room)
    expect(room.rescued().isVerified).toBe(true)
    expect(valueOf(room.committed, 'shape:b', 'extra')).toBe(2)
  })
}

test('[RM9] of a change that could not be judged to its end nothing is left, and what waited before it is still there', () => {
  let fails = false
  const limits = Object.defineProperty({ ...defaultLimits }, 'valueParts', {
    get: (): number => {
      if (fails) throw new Error('Nobody thought of that')
      return defaultLimits.valueParts
    },
  })
  const room = roomWith(limits)
  expect(room.accept(values(room, 0, ['shape:a', 'extra', 1]), eva).kind).toBe('accepted')
  fails = true
  expect(() => room.accept(values(room, 1, [JOURNEY, 'locked', false], ['shape:b', 'extra', 2]), eva)).toThrow('Nobody')
  fails = false
  const board = acceptedIn(room)
  expect([valueOf(board, JOURNEY, 'locked'), valueOf(board, 'shape:a', 'extra')]).toEqual([true, 1])
  expect(room.accept(values(room, 3, ['shape:b', 'extra', 3]), eva).kind).toBe('gap')
  store(room)
  expect(room.rescued().isVerified).toBe(true)
})

test('[RM23, F09] what the room has of a frame does nothing to it, whatever it says this time', () => {
  const room = newRoom()
  const own = (clock: number, origin: Y.ID | null): Y.Item => {
    const holder = origin === null ? itemOf(room, 'shape:a').id : null
    return new Y.Item(Y.createID(7, clock), null, origin, null, null, holder, holder && 'q', new Y.ContentDeleted(1))
  }
  expect(room.accept(forgedUpdate(own(0, null)), eva).kind).toBe('accepted')
  store(room)
  const title = room.committed.records.get('shape:in')?.get('title')
  if (!(title instanceof Y.Text) || title._start === null) throw new Error('There is no title')
  // Between the two halves of a picture that are one character to everybody.
  const { client, clock } = title._start.id
  const known = own(0, Y.createID(client, clock + 5))
  const both = Y.mergeUpdates([forgedUpdate(known), forgedUpdate(own(1, Y.createID(7, 0)))])
  expect(room.accept(both, eva).kind).toBe('accepted')
  store(room)
  expect(valueOf(room.committed, 'shape:in', 'title')).toBe('blij 😀!')
  expect(valueOf(acceptedIn(room), 'shape:in', 'title')).toBe('blij 😀!')
})

test('[RM25] names that objects have by themselves are names like others to who reads back', () => {
  const room = newRoom()
  expect(room.accept(values(room, 0, ['shape:a', 'constructor', { constructor: 1 }]), eva).kind).toBe('accepted')
  store(room)
  expect(room.rescued().isVerified).toBe(true)
})

test('[JK3] a link from a card of a locked journey is of that journey, whatever else it says', () => {
  for (const more of [{}, { parentId: 'page:board' }]) {
    const room = newRoom()
    const board = new BoardDocument(new Y.Doc())
    Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(room.committed.doc))
    const before = Y.encodeStateVector(board.doc)
    const link = { type: 'belongs_to', fromId: 'shape:in', toId: 'shape:a', meta: {}, ...more }
    board.transact(
      () => board.records.set(BindingId.parse('binding:l'), new Y.Map<FieldValue>(Object.entries(link))),
      'test',
    )
    const { kind } = room.accept(Y.encodeStateAsUpdate(board.doc, before), eva)
    expect([more, kind]).toEqual([more, 'refused'])
  }
})

test('[RM11, F08] parts of values: of one frame, of one record and of a board, at the limit taken, one more refused', () => {
  const detailOf = (room: Room, ...all: Parameters<typeof values>[2][]): string => {
    const acceptance = room.accept(values(room, 0, ...all), eva)
    return acceptance.kind === 'refused' ? acceptance.detail : acceptance.kind
  }
  // The value itself, and what is in it.
  const list = (parts: number): unknown[] => Array.from({ length: parts - 1 }, () => ({}))
  expect(detailOf(newRoom({ valuePartsPerFrame: 50 }), ['shape:a', 'extra', list(50)])).toBe('accepted')
  expect(detailOf(newRoom({ valuePartsPerFrame: 50 }), ['shape:a', 'extra', list(51)])).toBe('values: too many parts')
  const twice = (parts: number): Parameters<typeof detailOf>[1][] => [
    ['shape:a', 'extra', list(25)],
    ['shape:b', 'extra', list(parts)],
  ]
  expect(detailOf(newRoom({ valuePartsPerFrame: 50 }), ...twice(25))).toBe('accepted')
  expect(detailOf(newRoom({ valuePartsPerFrame: 50 }), ...twice(26))).toBe('values: too many parts')

  // The step itself has some thirty.
  const few = { valuePartsPerRecord: 200 }
  expect(detailOf(newRoom(few), ['shape:a', 'extra', list(150)])).toBe('accepted')
  expect(detailOf(newRoom(few), ['shape:a', 'extra', list(200)])).toBe('shape:a: values: too many parts')

  const room = newRoom({ valueParts: 400 })
  expect(detailOf(room, ['shape:a', 'extra', list(200)])).toBe('accepted')
  store(room)
  const more = room.accept(values(room, 1, ['shape:b', 'extra', list(200)]), eva)
  expect(more).toMatchObject({ kind: 'refused', detail: expect.stringMatching(/^full board: \d+ parts of values$/) })
  expect(room.accept(values(room, 1, ['shape:a', 'extra', 1]), eva).kind).toBe('accepted')
  store(room)
  expect(room.accept(values(room, 2, ['shape:b', 'extra', list(200)]), eva).kind).toBe('accepted')
})

test('[RM11, F08] content of a kind that a board never holds is not even read', () => {
  const room = newRoom()
  const text = room.committed.records.get('shape:a')?.get('title')
  if (!(text instanceof Y.Text) || text._start === null) throw new Error('There is no title')
  const { lastId } = text._start
  for (const content of [
    new Y.ContentEmbed({ a: 1 }),
    new Y.ContentFormat('bold', true),
    new Y.ContentJSON([{ a: 1 }]),
    new Y.ContentBinary(Uint8Array.from([1])),
    new Y.ContentDoc(new Y.Doc()),
  ]) {
    const item = new Y.Item(Y.createID(7, 0), null, lastId, null, null, null, null, content)
    expect(room.accept(forgedUpdate(item), eva)).toMatchObject({ kind: 'refused', detail: 'kind of content' })
  }
})

test('[RM11, RM25] a value under a name that no object can have is refused, and so are several in one piece', () => {
  const room = newRoom()
  const value = (name: string, ...all: unknown[]): Uint8Array => {
    const { id } = itemOf(room, 'shape:a')
    return forgedUpdate(new Y.Item(Y.createID(7, 0), null, null, null, null, id, name, new Y.ContentAny(all)))
  }
  const detailOf = (update: Uint8Array): string => {
    const acceptance = room.accept(update, eva)
    return acceptance.kind === 'refused' ? acceptance.detail : acceptance.kind
  }
  expect(detailOf(value('__proto__', { constructor: { name: 'x' } }))).toBe('name of a field')
  expect(detailOf(value('extra', 1, 2))).toBe('value that is not plain')
  expect(detailOf(value('extra', { __proto__: null, a: 1 }))).toBe('accepted')
  expect(room.rescued().isVerified).toBe(true)
})

test('[RM24] what was no record before is not missed: only records that go are counted', () => {
  const room = newRoom()
  const ghosts = Array.from({ length: 30 }, (_, at) => {
    const item = new Y.Item(
      Y.createID(7, at),
      null,
      null,
      null,
      null,
      'records' as never,
      `shape:g${at}`,
      new Y.ContentDeleted(1),
    )
    return forgedUpdate(item)
  })
  expect(room.accept(Y.mergeUpdates(ghosts), eva).kind).toBe('accepted')
  expect(room.gone).toBe(0)
})
