import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { changeRecord, putRecord, removeRecord } from '@samenreis/model/document/write'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { BindingId, ShapeId } from '@samenreis/model/ids/recordId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { newShape } from '@samenreis/model/interchange/newShape'
import type { BoardBinding } from '@samenreis/model/records/binding'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { defaultLimits } from './limits.ts'
import { Room, type Author } from './Room.ts'

const participant: Author = {
  participantId: ParticipantId.parse('pa_nora'),
  mayEdit: true,
  facilitates: false,
  claimsLeft: 1000,
}
const facilitator: Author = { ...participant, participantId: ParticipantId.parse('pa_ben'), facilitates: true }

const shape = (part: string): ShapeId => ShapeId.parse(`shape:${part}`)

function link(part: string, fromId: ShapeId, toId: ShapeId): BoardBinding {
  return { id: BindingId.parse(`binding:${part}`), type: 'belongs_to', fromId, toId, meta: {} }
}

/** A room with a locked journey `j` (card `in` in a group in it, linked to `out`), an open one `o`, and a card `out` on the page. */
function lockedRoom(): Room {
  const updates = [{ sequence: 1, bytes: seedUpdate() }]
  const room = new Room(
    RoomId.parse('a'.repeat(26)),
    { epoch: 'e', snapshot: null, updates, clients: new Map(), retired: new Set() },
    defaultLimits,
  )
  room.write((board) => {
    putRecord(board, newShape('journey', shape('j'), { geometry: [0, 0, 0, 2000, 900], locked: true }))
    putRecord(board, newShape('journey', shape('o'), { geometry: [0, 1000, 0, 2000, 900] }))
    putRecord(board, newShape('group', shape('g'), { geometry: [0, 0, 0, 0, 0], parentId: shape('j') }))
    putRecord(board, newShape('touchpoint', shape('in'), { geometry: [0, 0, 0, 200, 150], parentId: shape('g') }))
    putRecord(board, newShape('idea', shape('out'), { geometry: [0, 0, 0, 200, 150] }))
    putRecord(board, link('in', shape('in'), shape('out')))
    putRecord(board, link('out', shape('out'), shape('in')))
  })
  room.takeBatch()
  room.commit()
  return room
}

/** What this change on a fresh copy of the board brings. Written with Yjs alone: nothing of ours stands between. */
function update(room: Room, make: (board: BoardDocument) => void): Uint8Array {
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(room.committed.doc))
  const before = Y.encodeStateVector(board.doc)
  board.transact(() => make(board), 'test')
  return Y.encodeStateAsUpdate(board.doc, before)
}

const step = (part: string, parentId: string): Parameters<typeof putRecord>[1] =>
  newShape('touchpoint', shape(part), { geometry: [0, 0, 0, 200, 150], parentId: shape(parentId) })

const forbidden: Readonly<Record<string, (board: BoardDocument) => void>> = {
  'a step made in it': (board) => putRecord(board, step('new', 'j')),
  'a step made in a group in it': (board) => putRecord(board, step('new', 'g')),
  'a step of it moved': (board) => changeRecord(board, shape('in'), { geometry: [50, 0, 0, 200, 150] }),
  'a letter typed in it': (board) => {
    const title = board.records.get('shape:in')?.get('title')
    if (title instanceof Y.Text) title.insert(0, 'x')
  },
  'a step of it taken away': (board) => removeRecord(board, shape('in')),
  'the journey taken away': (board) => removeRecord(board, shape('j')),
  'the journey moved': (board) => changeRecord(board, shape('j'), { geometry: [9, 0, 0, 2000, 900] }),
  'the lock taken off': (board) => changeRecord(board, shape('j'), { locked: false }),
  'the lock’s field taken away': (board) => board.records.get('shape:j')?.delete('locked'),
  'unlocked, changed and locked again in one': (board) => {
    changeRecord(board, shape('j'), { locked: false })
    changeRecord(board, shape('in'), { channel: 'phone' })
    changeRecord(board, shape('j'), { locked: true })
  },
  'another journey locked': (board) => changeRecord(board, shape('o'), { locked: true }),
  'a locked journey made': (board) =>
    putRecord(board, newShape('journey', shape('new'), { geometry: [0, 0, 0, 20, 20], locked: true })),
  'a step taken out': (board) => changeRecord(board, shape('in'), { parentId: 'page:board' }),
  'its group taken out': (board) => changeRecord(board, shape('g'), { parentId: 'page:board' }),
  'a card put in': (board) => changeRecord(board, shape('out'), { parentId: 'shape:j' }),
  'a link that starts at a step of it': (board) => putRecord(board, link('new', shape('in'), shape('o'))),
  'a link of it taken away': (board) => board.records.delete('binding:in'),
  'a record of it written anew': (board) => {
    removeRecord(board, shape('in'))
    putRecord(board, step('in', 'g'))
  },
  'a record of it written anew elsewhere': (board) => {
    removeRecord(board, shape('in'))
    putRecord(board, step('in', 'o'))
  },
  'a good change beside it': (board) => {
    changeRecord(board, shape('out'), { effort: 2 })
    changeRecord(board, shape('in'), { channel: 'phone' })
  },
}
for (const [name, make] of Object.entries(forbidden)) {
  test(`[JK1] refused whole to who does not lead, taken from who does: ${name}`, () => {
    const room = lockedRoom()
    const state = room.acceptedState()
    const change = update(room, make)
    expect(room.accept(change, participant)).toMatchObject({ kind: 'refused', reason: 'journey-locked' })
    expect([room.acceptedState(), room.takeBatch()]).toEqual([state, null])
    expect(room.accept(change, facilitator).kind).toBe('accepted')
  })
}

const free: Readonly<Record<string, (board: BoardDocument) => void>> = {
  'a step in the open journey': (board) => putRecord(board, step('new', 'o')),
  'a card on the page changed': (board) => changeRecord(board, shape('out'), { effort: 2 }),
  'a link to a step of it': (board) => {
    putRecord(board, newShape('idea', shape('new'), { geometry: [0, 0, 0, 200, 150] }))
    putRecord(board, link('new', shape('new'), shape('in')))
  },
  'a link to a step of it taken away': (board) => board.records.delete('binding:out'),
  'a card that is linked to it taken away': (board) => {
    board.records.delete('binding:out')
    removeRecord(board, shape('out'))
  },
}
for (const [name, make] of Object.entries(free)) {
  test(`[JK2] free beside a locked journey: ${name}`, () => {
    const room = lockedRoom()
    expect(room.accept(update(room, make), participant).kind).toBe('accepted')
  })
}

test('[JK1] the lock counts from the moment the room has it, before it is stored, and no longer than it is there', () => {
  const room = lockedRoom()
  const change = update(room, (board) => putRecord(board, step('new', 'j')))
  expect(room.accept(change, participant).kind).toBe('refused')
  room.accept(
    update(room, (board) => changeRecord(board, shape('j'), { locked: false })),
    facilitator,
  )
  expect(room.accept(change, participant).kind).toBe('accepted')
  room.accept(
    update(room, (board) => changeRecord(board, shape('o'), { locked: true })),
    facilitator,
  )
  expect(
    room.accept(
      update(room, (board) => putRecord(board, step('n2', 'o'))),
      participant,
    ).kind,
  ).toBe('refused')
})

/** One thing that somebody might do, well-formed or not; `a` to `f` are cards, `j` and `o` the journeys, `g` the group. */
const act = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'in', 'out', 'g', 'j', 'o'),
  parent: fc.constantFrom('shape:j', 'shape:o', 'shape:g', 'shape:a', 'shape:in', 'page:board'),
  what: fc.constantFrom('make', 'move', 'change', 'take', 'link', 'unlock'),
})

test('[JK3] whatever somebody who does not lead sends, the content of a locked journey stays as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (sent) => {
      const room = lockedRoom()
      const contents = (): unknown =>
        ['shape:j', 'shape:g', 'shape:in', 'binding:in'].map((id) => room.committed.records.get(id)?.toJSON())
      const before = contents()
      for (const acts of sent) {
        const change = update(room, (board) => {
          for (const { id, parent, what } of acts) {
            if (what === 'make') putRecord(board, step(id, 'o'))
            else if (what === 'move') changeRecord(board, shape(id), { parentId: parent })
            else if (what === 'change') changeRecord(board, shape(id), { opacity: 0.5 })
            else if (what === 'take') removeRecord(board, shape(id))
            else if (what === 'unlock') changeRecord(board, shape('j'), { locked: false })
            else putRecord(board, link('in', shape(id), shape('o')))
          }
        })
        room.accept(change, participant)
        if (room.takeBatch() !== null) room.commit()
      }
      expect(contents()).toEqual(before)
      const inside = [...room.committed.records.entries()].filter(([, fields]) => {
        const parent = fields.get('parentId')
        return parent === 'shape:j' || parent === 'shape:g' || parent === 'shape:in'
      })
      expect(inside.map(([id]) => id).toSorted()).toEqual(['shape:g', 'shape:in'])
    }),
    { numRuns: 150 },
  )
})
