import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { changeRecord, putRecord, removeRecord } from '@samenreis/model/document/write'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { newShape } from '@samenreis/model/interchange/newShape'
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
const leader: Author = { ...participant, participantId: ParticipantId.parse('pa_ben'), facilitates: true }

const shape = (part: string): ShapeId => ShapeId.parse(`shape:${part}`)
const agreed = { title: 'Bel terug', owner: 'Anna', deadline: '1 mei', status: 'agreed' }

/** A room with an agreed idea, one without an owner, and a journey. */
function room(): Room {
  const updates = [{ sequence: 1, bytes: seedUpdate() }]
  const stored = { epoch: 'e', snapshot: null, updates, clients: new Map(), retired: new Set<number>() }
  const made = new Room(RoomId.parse('a'.repeat(26)), stored, defaultLimits)
  made.write((board) => {
    putRecord(board, newShape('idea', shape('i'), agreed))
    putRecord(board, newShape('idea', shape('loose'), { title: 'Een bankje' }))
    putRecord(board, newShape('journey', shape('j'), { kind: 'shadow' }))
  })
  store(made)
  return made
}

function store(to: Room): void {
  while (to.takeBatch() !== null) to.commit()
}

/** What this change on a fresh copy of the board brings. */
function update(of: Room, make: (board: BoardDocument) => void): Uint8Array {
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(of.committed.doc))
  const before = Y.encodeStateVector(board.doc)
  board.transact(() => make(board), 'test')
  return Y.encodeStateAsUpdate(board.doc, before)
}

const text = (board: BoardDocument, name: string): Y.Text => {
  const value = board.records.get('shape:i')?.get(name)
  if (!(value instanceof Y.Text)) throw new Error(`${name} is no text`)
  return value
}

const forLeaders: Readonly<Record<string, (board: BoardDocument) => void>> = {
  'a letter in the owner': (board) => text(board, 'owner').insert(0, 'x'),
  'the owner taken away': (board) => board.records.get('shape:i')?.delete('owner'),
  'another date': (board) => changeRecord(board, shape('i'), { deadline: '2 mei' }),
  'another state': (board) => changeRecord(board, shape('i'), { status: 'dropped' }),
  'an organisation': (board) => changeRecord(board, shape('loose'), { organisationId: 'shape:org' }),
  'merged into another': (board) => changeRecord(board, shape('loose'), { mergedInto: 'shape:i' }),
  'a new idea with an owner': (board) => putRecord(board, newShape('idea', shape('new'), { owner: 'Ben' })),
  'a consequence with an owner': (board) =>
    putRecord(board, newShape('card', shape('new'), { kind: 'consequence', owner: 'Ben' })),
  'taken away and made anew with another owner': (board) => {
    removeRecord(board, shape('i'))
    putRecord(board, newShape('idea', shape('i'), { ...agreed, owner: 'Ben' }))
  },
  'another kind of record under its id': (board) => void board.records.get('shape:i')?.set('type', 'card'),
  'what the journey is': (board) => changeRecord(board, shape('j'), { kind: 'joint' }),
}

for (const [name, make] of Object.entries(forLeaders)) {
  test(`[LD11] for who leads alone, refused whole: ${name}`, () => {
    const refusing = room()
    const before = Y.encodeStateAsUpdate(refusing.committed.doc)
    const sent = update(refusing, (board) => {
      changeRecord(board, shape('loose'), { title: 'Twee bankjes' })
      make(board)
    })
    const { reason } = refusing.accept(sent, participant) as { reason?: string }
    // Another kind under the id brings fields of the old one along: that is no valid record either.
    expect(['leader-only', 'invalid-content']).toContain(reason)
    expect(refusing.takeBatch()).toBeNull()
    expect(Y.encodeStateAsUpdate(refusing.committed.doc)).toEqual(before)
    if (reason === 'leader-only') expect(refusing.accept(sent, leader)).toMatchObject({ kind: 'accepted' })
  })
}

test('[LD11] everything else of an idea is free, and so is taking it away and back', () => {
  const open = room()
  const free = update(open, (board) => {
    changeRecord(board, shape('i'), { title: 'Bel snel terug', effort: 2, geometry: [9, 9, 0, 200, 130] })
    changeRecord(board, shape('j'), { title: 'Van brief tot hulp', geometry: [0, 0, 0, 3000, 900] })
    putRecord(board, newShape('idea', shape('new'), { title: 'Nog een' }))
  })
  expect(open.accept(free, participant)).toMatchObject({ kind: 'accepted' })
  store(open)
  expect(
    open.accept(
      update(open, (board) => removeRecord(board, shape('i'))),
      participant,
    ),
  ).toMatchObject({
    kind: 'accepted',
  })
  store(open)
  const otherwise = update(open, (board) => putRecord(board, newShape('idea', shape('i'), { ...agreed, owner: 'Ben' })))
  expect(open.accept(otherwise, participant)).toMatchObject({ reason: 'leader-only', detail: 'shape:i' })
  const back = update(open, (board) => putRecord(board, newShape('idea', shape('i'), agreed)))
  expect(open.accept(back, participant)).toMatchObject({ kind: 'accepted' })
})

test('[LD12] whatever people send who do not lead, who does what stays as it was', () => {
  const change = fc.record({
    id: fc.constantFrom('i', 'loose', 'j', 'new'),
    field: fc.constantFrom('title', 'owner', 'deadline', 'status', 'organisationId', 'mergedInto', 'kind', 'effort'),
    value: fc.constantFrom('', 'Ben', 'done', 'ideal', 'shape:i', null, 3),
    act: fc.constantFrom('change', 'change', 'change', 'make', 'remove'),
  })
  let [taken, refused] = [0, 0]
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
      const open = room()
      for (const { id, field, value, act } of changes) {
        const sent = update(open, (board) => {
          if (act === 'remove' && id !== 'i') removeRecord(board, shape(id))
          else if (act === 'make' && id !== 'i') {
            putRecord(board, { ...newShape('idea', shape(id), {}), [field]: value } as never)
          } else changeRecord(board, shape(id), { [field]: value })
        })
        const { kind } = open.accept(sent, participant)
        if (kind === 'accepted') taken += 1
        if (kind === 'refused') refused += 1
        store(open)
      }
      const records = open.committed.records.toJSON() as Record<string, Record<string, unknown>>
      expect(records['shape:i']).toMatchObject({ owner: 'Anna', deadline: '1 mei', status: 'agreed' })
      for (const each of Object.values(records)) {
        if (each['type'] === 'idea' && each !== records['shape:i']) {
          expect([each['owner'], each['deadline'], each['status'], each['organisationId'], each['mergedInto']]).toEqual(
            ['', '', 'proposed', null, null],
          )
        }
      }
      open.destroy()
    }),
    { numRuns: 200, seed: 4 },
  )
  expect(Math.min(taken, refused)).toBeGreaterThan(50)
})
