import { BoardDocument, type FieldValue } from '@samenreis/model/document/BoardDocument'
import { FIRST_PAGE_ID, seedUpdate } from '@samenreis/model/document/seed'
import { changeRecord, putRecord, removeRecord } from '@samenreis/model/document/write'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { shapeKinds } from '@samenreis/model/records/recordKinds'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { InvalidContentError } from './InvalidContentError.ts'
import { contraryBoard } from '../testing/contraryBoard.ts'
import { step } from '../testing/step.ts'
import { defaultLimits, type SyncLimits } from './limits.ts'
import { Room, type Acceptance, type Author } from './Room.ts'

const nora: Author = { participantId: ParticipantId.parse('pa_nora'), mayEdit: true, facilitates: false, claimsLeft: 8 }
const ben: Author = { participantId: ParticipantId.parse('pa_ben'), mayEdit: true, facilitates: false, claimsLeft: 8 }
const roomId = RoomId.parse('a'.repeat(26))

function newRoom(limits: Partial<SyncLimits> = {}): Room {
  const updates = [{ sequence: 1, bytes: seedUpdate() }]
  return new Room(
    roomId,
    { epoch: 'e', snapshot: null, updates, clients: new Map(), retired: new Set() },
    { ...defaultLimits, ...limits },
  )
}

/** A board that knows what the room has stored. */
function boardOf(room: Room): BoardDocument {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.committed.doc))
  return new BoardDocument(doc)
}

/** What a change on the board brings, as an update. */
function change(board: BoardDocument, make: () => void): Uint8Array {
  const before = Y.encodeStateVector(board.doc)
  board.transact(make, 'test')
  return Y.encodeStateAsUpdate(board.doc, before)
}

/** The text in the title of the step `a`. */
function titleOf(board: BoardDocument): Y.Text {
  const title = board.records.get('shape:a')?.get('title')
  if (!(title instanceof Y.Text)) throw new Error('The step has no title')
  return title
}

function setField(board: BoardDocument, name: string, value: unknown): void {
  board.records.get('shape:a')?.set(name, value as FieldValue)
}

function store(room: Room): void {
  if (room.takeBatch() !== null) room.commit()
}

function kindOf(acceptance: Acceptance): string {
  return acceptance.kind === 'refused' ? acceptance.reason : acceptance.kind
}

const bad: Record<string, (board: BoardDocument) => void> = {
  'an unknown root': ({ doc }) => void doc.getMap('hidden').set('a', 1),
  'a list in records': ({ doc, records }) => {
    const item = new Y.Item(
      Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID)),
      null,
      null,
      null,
      null,
      records,
      null,
      new Y.ContentString('hidden'),
    )
    doc.transact((transaction) => item.integrate(transaction, 0))
  },
  'a change of meta': ({ meta }) => void meta.set('schemaVersion', 2),
  'a key in meta': ({ meta }) => void meta.set('note', 'hidden'),
  'the seed taken away': ({ meta }) => meta.delete('schemaVersion'),
  'a record that is no map': ({ records }) => void records.set('shape:x', new Y.Text('x') as never),
  'a record that is an XML hook': ({ records }) => void records.set('shape:x', new Y.XmlHook('x') as never),
  'a plain value for a record': ({ records }) => void records.set('shape:x', 'x' as never),
  'an unknown kind': ({ records }) => void records.set('shape:x', new Y.Map<FieldValue>([['type', 'hologram']])),
  'an id that is none': ({ records }) => void records.set('nonsense', new Y.Map<FieldValue>([['type', 'page']])),
  'a value out of range': (board) => setField(board, 'geometry', [0, 0, 0, -1, 1]),
  'a number that is none': (board) => setField(board, 'extra', Number.NaN),
  'bytes in a field': (board) => setField(board, 'extra', Uint8Array.from([1])),
  'a nested map': (board) => setField(board, 'extra', new Y.Map([['hidden', 1]])),
  'a nested list': (board) => setField(board, 'extra', new Y.Array()),
  'a text where a value belongs': (board) => setField(board, 'channel', new Y.Text('phone')),
  'a value where a text belongs': (board) => setField(board, 'title', 'Bellen'),
  'an XML text': (board) => setField(board, 'title', new Y.XmlText('Bellen')),
  'a format in a text': (board) => titleOf(board).format(0, 1, { hidden: 1 }),
  'an embed in a text': (board) => titleOf(board).insertEmbed(0, { hidden: 1 }),
  'an attribute of a text': (board) => titleOf(board).setAttribute('x', 'y'),
  'a document in a field': (board) => setField(board, 'extra', new Y.Doc()),
  'a link that runs a script': (board) => {
    const { defaults } = shapeKinds.geo
    const fields = { ...defaults, type: 'geo', parentId: FIRST_PAGE_ID, index: 'a2', geometry: [0, 0, 0, 9, 9] }
    const entries = Object.entries({ ...fields, url: 'javascript:alert(1)' })
    board.records.set('shape:x', new Y.Map<FieldValue>(entries))
  },
}

for (const [name, make] of Object.entries(bad)) {
  test(`[RM9] refused whole, without a trace: ${name}`, () => {
    const room = newRoom()
    const board = boardOf(room)
    room.accept(
      change(board, () => putRecord(board, step('a', { title: 'Bellen' }))),
      nora,
    )
    store(room)
    const before = Y.encodeStateAsUpdate(room.committed.doc)
    const state = room.acceptedState()
    const update = change(board, () => {
      putRecord(board, step('good'))
      make(board)
    })
    expect(kindOf(room.accept(update, nora))).toBe('invalid-content')
    expect(room.takeBatch()).toBeNull()
    expect(room.acceptedState()).toEqual(state)
    expect(Y.encodeStateAsUpdate(room.committed.doc)).toEqual(before)
    const fresh = boardOf(room)
    expect(
      kindOf(
        room.accept(
          change(fresh, () => putRecord(fresh, step('b'))),
          ben,
        ),
      ),
    ).toBe('accepted')
  })
}

test('[RM9] a good edit that waits for storage survives the refusal of a later one', () => {
  const room = newRoom()
  const anna = boardOf(room)
  room.accept(
    change(anna, () => putRecord(anna, step('a'))),
    nora,
  )
  const mallory = boardOf(room)
  const update = change(mallory, () => void mallory.meta.set('x', 1))
  expect(kindOf(room.accept(update, ben))).toBe('invalid-content')
  room.takeBatch()
  expect(
    kindOf(
      room.accept(
        change(mallory, () => bad['an unknown kind']?.(mallory)),
        ben,
      ),
    ),
  ).toBe('gap')
  room.commit()
  expect([...room.committed.records.keys()].toSorted()).toEqual([FIRST_PAGE_ID, 'shape:a'])
})

test('[RM9] a field of a newer version is taken, and so is a change inside a record that is gone', () => {
  const room = newRoom()
  const board = boardOf(room)
  room.accept(
    change(board, () => putRecord(board, step('a', { title: 'Bellen' }))),
    nora,
  )
  store(room)
  const ben2 = boardOf(room)
  const newer = change(board, () => void board.records.get('shape:a')?.set('mood', { level: [1, 2] }))
  expect(kindOf(room.accept(newer, nora))).toBe('accepted')
  const removal = change(board, () => removeRecord(board, ShapeId.parse('shape:a')))
  expect(kindOf(room.accept(removal, nora))).toBe('accepted')
  const typing = change(ben2, () => titleOf(ben2).insert(0, 'Samen '))
  expect(kindOf(room.accept(typing, ben))).toBe('accepted')
  store(room)
  expect(room.committed.records.has('shape:a')).toBe(false)
})

test('[RM13] nobody writes under the client id of somebody else, of the server or of the seed', () => {
  const room = newRoom()
  const anna = boardOf(room)
  room.accept(
    change(anna, () => putRecord(anna, step('a'))),
    nora,
  )
  const batch = room.takeBatch()
  expect([...(batch?.stored.clients ?? [])]).toEqual([[anna.doc.clientID, nora.participantId]])
  room.commit()
  room.write((board) => putRecord(board, step('s')))
  store(room)
  const serverId = [...room.committed.doc.store.clients.keys()].find((id) => id !== 0 && id !== anna.doc.clientID)
  for (const forged of [anna.doc.clientID, 0, serverId ?? -1]) {
    const mallory = boardOf(room)
    mallory.doc.clientID = forged
    const before = Y.encodeStateAsUpdate(room.committed.doc)
    const update = change(mallory, () => putRecord(mallory, step('forged')))
    expect(room.accept(update, ben)).toMatchObject({ reason: 'invalid-content', detail: 'client id of somebody else' })
    expect(Y.encodeStateAsUpdate(room.committed.doc)).toEqual(before)
  }
  expect(
    kindOf(
      room.accept(
        change(anna, () => putRecord(anna, step('b'))),
        nora,
      ),
    ),
  ).toBe('accepted')
})

test('[RM13] what the room has already is passed over, whoever wrote it', () => {
  const room = newRoom()
  const anna = boardOf(room)
  room.accept(
    change(anna, () => putRecord(anna, step('a'))),
    nora,
  )
  store(room)
  expect(kindOf(room.accept(Y.encodeStateAsUpdate(anna.doc), ben))).toBe('nothing')
  const mine = boardOf(room)
  putRecord(mine, step('b'))
  expect(kindOf(room.accept(Y.encodeStateAsUpdate(mine.doc), ben))).toBe('accepted')
  const batch = room.takeBatch()
  const ids = new Set(Y.decodeUpdate(batch?.update ?? new Uint8Array()).structs.map(({ id }) => id.client))
  expect([...ids]).toEqual([mine.doc.clientID])
})

test('[RM13] claims come back from the store', () => {
  const room = newRoom()
  const anna = boardOf(room)
  room.accept(
    change(anna, () => putRecord(anna, step('a'))),
    nora,
  )
  const batch = room.takeBatch()
  if (batch === null) throw new Error('Nothing to store')
  const updates = [{ sequence: 1, bytes: seedUpdate() }, ...batch.stored.updates]
  const stored = { epoch: 'e', snapshot: null, updates, clients: batch.stored.clients, retired: new Set<number>() }
  const again = new Room(roomId, stored, defaultLimits)
  const next = change(anna, () => putRecord(anna, step('b')))
  expect(kindOf(again.accept(next, ben))).toBe('invalid-content')
  expect(kindOf(again.accept(next, nora))).toBe('accepted')
})

test('[RM10] an update that builds on something the room lacks is a gap; nothing of it is kept', () => {
  for (const lost of [1, 2, 3]) {
    const room = newRoom()
    const board = boardOf(room)
    const updates = [1, 2, 3, 4].map((n) => change(board, () => putRecord(board, step(`s${n}`))))
    const kinds = updates.map((update, index) => (index + 1 === lost ? 'lost' : kindOf(room.accept(update, nora))))
    expect(kinds.slice(lost)).toEqual(updates.slice(lost).map(() => 'gap'))
    expect(kindOf(room.accept(Y.encodeStateAsUpdate(board.doc), nora))).toBe('accepted')
    store(room)
    expect(room.committed.records.size).toBe(5)
  }
})

test('[RM10] a reference to, or a deletion of, what nobody has is a gap', () => {
  const room = newRoom()
  const anna = boardOf(room)
  const ben2 = boardOf(room)
  change(anna, () => putRecord(anna, step('a', { title: 'Bellen' })))
  Y.applyUpdate(ben2.doc, Y.encodeStateAsUpdate(anna.doc))
  const typing = change(ben2, () => titleOf(ben2).insert(2, 'x'))
  expect(kindOf(room.accept(typing, ben))).toBe('gap')
  const removal = change(anna, () => removeRecord(anna, ShapeId.parse('shape:a')))
  expect(kindOf(room.accept(removal, nora))).toBe('gap')
  expect(room.acceptedState()).toEqual(Y.encodeStateVector(room.committed.doc))
})

test('[RM11] records: taken up to the limit, one more is refused, and taking away always works', () => {
  const room = newRoom({ records: 4 })
  const board = boardOf(room)
  const four = change(board, () => ['a', 'b', 'c'].forEach((part) => putRecord(board, step(part))))
  expect(kindOf(room.accept(four, nora))).toBe('accepted')
  store(room)
  const other = boardOf(room)
  expect(
    kindOf(
      room.accept(
        change(other, () => putRecord(other, step('d'))),
        ben,
      ),
    ),
  ).toBe('invalid-content')
  const many = boardOf(room)
  const flood = change(many, () => {
    for (let count = 0; count < 400; count += 1) putRecord(many, step(`m${count}`))
  })
  expect(kindOf(room.accept(flood, ben))).toBe('invalid-content')
  const less = change(board, () => removeRecord(board, ShapeId.parse('shape:a')))
  expect(kindOf(room.accept(less, nora))).toBe('accepted')
  store(room)
  const later = boardOf(room)
  expect(
    kindOf(
      room.accept(
        change(later, () => putRecord(later, step('d'))),
        ben,
      ),
    ),
  ).toBe('accepted')
})

test('[RM11] structs of one frame: at the limit taken, one more and a hundred times more refused', () => {
  const made = (count: number): { room: Room; update: Uint8Array } => {
    const room = newRoom({ structsPerFrame: 100 })
    const board = boardOf(room)
    room.accept(
      change(board, () => putRecord(board, step('a'))),
      nora,
    )
    store(room)
    // Alternating fields: every write leaves a struct of its own.
    const update = change(board, () => {
      const fields = board.records.get('shape:a')
      for (let index = 0; index < count; index += 1) fields?.set(`f${index}`, index)
    })
    return { room, update }
  }
  for (const [count, expected] of [
    [100, 'accepted'],
    [101, 'invalid-content'],
    [10_000, 'invalid-content'],
  ] as const) {
    const { room, update } = made(count)
    expect(Y.decodeUpdate(update).structs).toHaveLength(count)
    expect(kindOf(room.accept(update, nora)), String(count)).toBe(expected)
  }
})

test('[RM11] deletions of one frame: at the limit taken, above refused; those that the room has do not count', () => {
  const limits = { deleteRangesPerFrame: 20 }
  for (const [count, expected] of [
    [20, 'accepted'],
    [21, 'invalid-content'],
    [2000, 'invalid-content'],
  ] as const) {
    const room = newRoom(limits)
    const board = boardOf(room)
    room.accept(
      change(board, () => putRecord(board, step('a', { title: 'x'.repeat(2 * count + 1) }))),
      nora,
    )
    store(room)
    const update = change(board, () => {
      for (let index = 2 * count - 1; index > 0; index -= 2) titleOf(board).delete(index, 1)
    })
    expect(kindOf(room.accept(update, nora)), String(count)).toBe(expected)
    if (expected === 'accepted') expect(kindOf(room.accept(update, nora))).toBe('nothing')
  }
})

test('[RM11] a document that is too large takes only deletions', () => {
  const room = newRoom({ documentBytes: 20_000 })
  const board = boardOf(room)
  expect(
    kindOf(
      room.accept(
        change(board, () => putRecord(board, step('a', { extra: 'x'.repeat(20_000) }))),
        nora,
      ),
    ),
  ).toBe('accepted')
  store(room)
  const other = boardOf(room)
  expect(
    kindOf(
      room.accept(
        change(other, () => putRecord(other, step('b'))),
        ben,
      ),
    ),
  ).toBe('invalid-content')
  const removal = change(board, () => removeRecord(board, ShapeId.parse('shape:a')))
  expect(kindOf(room.accept(removal, nora))).toBe('accepted')
  store(room)
  const later = boardOf(room)
  expect(
    kindOf(
      room.accept(
        change(later, () => putRecord(later, step('b'))),
        ben,
      ),
    ),
  ).toBe('accepted')
})

test('[RM11, F56] a document of too many structs takes only deletions: what is moved again and again takes memory, not bytes', () => {
  const room = newRoom({ documentStructs: 100 })
  const anna = boardOf(room)
  const cards = ['a', 'b'].map((id) => ShapeId.parse(`shape:${id}`))
  const put = change(anna, () => ['a', 'b'].forEach((id) => putRecord(anna, step(id))))
  expect(kindOf(room.accept(put, nora))).toBe('accepted')
  const taken: Acceptance[] = []
  for (let at = 1; at < 100 && taken.at(-1)?.kind !== 'refused'; at += 1) {
    // Two at once, so that none is joined with the one before.
    const both = change(anna, () => cards.forEach((id) => changeRecord(anna, id, { geometry: [at, 0, 0, 200, 150] })))
    taken.push(room.accept(both, nora))
  }
  expect(taken.at(-1)).toMatchObject({ detail: expect.stringMatching(/^full board: 1\d\d structs$/) })
  store(room)
  expect([room.documentStructs > 100, room.documentStructs < 110]).toEqual([true, true])
  const later = boardOf(room)
  const [first] = cards
  const removal = change(later, () => first !== undefined && removeRecord(later, first))
  expect(kindOf(room.accept(removal, nora))).toBe('accepted')
})

test('[RM6] a board that does not read back recovers all the same: what waited goes behind its log, which makes it again', () => {
  const log = contraryBoard().updates.map((bytes, at) => ({ sequence: 1 + at, bytes }))
  const stored = { epoch: 'e', snapshot: null, clients: new Map(), retired: new Set<number>() }
  const room = new Room(roomId, { ...stored, updates: log }, defaultLimits)
  const board = boardOf(room)
  const put = change(board, () => putRecord(board, step('b')))
  expect(kindOf(room.accept(put, nora))).toBe('accepted')
  room.takeBatch()
  room.fail()
  const { updates } = room.takeRecovery(room.sequence).stored
  room.commit()
  const again = new Room(roomId, { ...stored, updates: [...log, ...updates] }, defaultLimits)
  expect(again.committed.records.toJSON()).toEqual(room.committed.records.toJSON())
  expect(again.committed.records.has('shape:b')).toBe(true)
})

test('[SE7] who may not edit changes nothing, and is not punished for an answer that holds nothing new', () => {
  const room = newRoom()
  const anna = boardOf(room)
  room.accept(
    change(anna, () => putRecord(anna, step('a'))),
    nora,
  )
  room.accept(
    change(anna, () => removeRecord(anna, ShapeId.parse('shape:a'))),
    nora,
  )
  store(room)
  const viewer: Author = { ...ben, mayEdit: false }
  const board = boardOf(room)
  expect(kindOf(room.accept(Y.encodeStateAsUpdate(board.doc), viewer))).toBe('nothing')
  expect(
    kindOf(
      room.accept(
        change(board, () => putRecord(board, step('b'))),
        viewer,
      ),
    ),
  ).toBe('forbidden')
  const deletes = boardOf(room)
  const removal = change(deletes, () => deletes.records.delete(FIRST_PAGE_ID))
  expect(kindOf(room.accept(removal, viewer))).toBe('forbidden')
})

test('[RM12] a change of the server itself is judged like everybody’s, whole or not at all', () => {
  const room = newRoom()
  const state = room.acceptedState()
  expect(() =>
    room.write((board) => {
      putRecord(board, step('good'))
      bad['an unknown kind']?.(board)
    }),
  ).toThrow(InvalidContentError)
  const failure = new Error('halfway')
  expect(() =>
    room.write((board) => {
      putRecord(board, step('good'))
      throw failure
    }),
  ).toThrow(failure)
  expect(room.acceptedState()).toEqual(state)
  room.write((board) => putRecord(board, step('good')))
  store(room)
  expect(room.committed.records.has('shape:good')).toBe(true)
})

test('[RM13] a connection claims only so many client ids', () => {
  const room = newRoom()
  const made = (count: number): Uint8Array => {
    const updates = Array.from({ length: count }, (_, index) => {
      const board = boardOf(room)
      return change(board, () => putRecord(board, step(`s${count}-${index}`)))
    })
    return Y.mergeUpdates(updates)
  }
  expect(kindOf(room.accept(made(9), nora))).toBe('invalid-content')
  expect(room.accept(made(8), nora)).toMatchObject({ kind: 'accepted', claimed: 8 })
  expect(kindOf(room.accept(made(1), { ...nora, claimsLeft: 0 }))).toBe('invalid-content')
  expect(kindOf(room.accept(made(800), nora))).toBe('invalid-content')
})

test('[RM23] what is stored of an update is what it changed, and nothing that stands beside it', () => {
  const room = newRoom()
  const board = boardOf(room)
  const made = change(board, () => putRecord(board, step('a')))
  const bytes = (): Uint8Array => {
    const batch = room.takeBatch()
    if (batch === null) throw new Error('Nothing waits')
    room.commit()
    return batch.update
  }
  room.accept(made, nora)
  expect(bytes()).toEqual(made)
  // Behind the update stand bytes that no reader looks at.
  const moved = change(board, () => setField(board, 'geometry', [1, 2, 0, 200, 150]))
  room.accept(Uint8Array.from([...moved, ...Buffer.from('hidden')]), nora)
  expect(bytes()).toEqual(moved)
  // Most of it is there already.
  const before = Y.encodeStateVector(board.doc)
  board.transact(() => setField(board, 'geometry', [3, 4, 0, 200, 150]), 'test')
  room.accept(Y.encodeStateAsUpdate(board.doc), nora)
  const stored = bytes()
  expect(Y.decodeUpdate(stored).structs).toEqual(Y.decodeUpdate(Y.encodeStateAsUpdate(board.doc, before)).structs)
  expect(stored.byteLength).toBeLessThan(60)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(room.committed.doc))
  expect(new BoardDocument(copy).records.toJSON()).toEqual(board.records.toJSON())
})

test('[RM24] a board of which the log holds all of it a second time counts once towards a warning', () => {
  const board = boardOf(newRoom())
  for (let number = 0; number < 40; number += 1) board.transact(() => putRecord(board, step(`s${number}`)), 'test')
  const bytes = Y.encodeStateAsUpdate(board.doc)
  const room = new Room(
    roomId,
    {
      epoch: 'e',
      snapshot: { sequence: 1, bytes },
      updates: [{ sequence: 2, bytes }],
      clients: new Map(),
      retired: new Set(),
    },
    { ...defaultLimits, documentBytesWarning: 1.5 * bytes.byteLength },
  )
  expect(room.documentBytes).toBe(bytes.byteLength)
})
