import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { ShapeId } from '../ids/recordId.ts'
import { shapeEnvelopeKeys } from '../records/envelope.ts'
import { shapeKinds, type ShapeOf } from '../records/recordKinds.ts'
import { BoardDocument, SCHEMA_VERSION, type FieldValue } from './BoardDocument.ts'
import { readBoard } from './read.ts'
import { FIRST_PAGE_ID, seedUpdate } from './seed.ts'
import { changeRecord, putRecord, removeRecord } from './write.ts'

const stepId = ShapeId.parse('shape:step')

function seededBoard(): BoardDocument {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate())
  return new BoardDocument(doc)
}

function step(title: string): ShapeOf<'touchpoint'> {
  return shapeKinds.touchpoint.schema.parse({
    ...shapeKinds.touchpoint.defaults,
    id: stepId,
    type: 'touchpoint',
    parentId: FIRST_PAGE_ID,
    index: 'a1',
    geometry: [0, 0, 0, 200, 150],
    isLocked: false,
    opacity: 1,
    meta: {},
    title,
  })
}

test('[DL1] the seed is the same bytes always, and applying it twice changes nothing', () => {
  expect(Buffer.from(seedUpdate()).toString('hex')).toBe(Buffer.from(seedUpdate()).toString('hex'))
  const board = seededBoard()
  const before = Y.encodeStateAsUpdate(board.doc)
  Y.applyUpdate(board.doc, seedUpdate())
  expect(Y.encodeStateAsUpdate(board.doc)).toEqual(before)
  expect(board.schemaVersion).toBe(SCHEMA_VERSION)
  expect([...readBoard(board).records.keys()]).toEqual([FIRST_PAGE_ID])
})

test('[DL2] no field of any kind has a name that the envelope uses', () => {
  for (const kind of Object.values(shapeKinds)) {
    for (const name of Object.keys(kind.defaults)) expect(shapeEnvelopeKeys).not.toContain(name)
  }
})

test('[DL2] what every kind starts with holds to its own schema', () => {
  for (const kind of Object.values(shapeKinds)) {
    const envelope = {
      id: stepId,
      type: kind.type,
      parentId: FIRST_PAGE_ID,
      index: 'a1',
      geometry: [0, 0, 0, kind.size.w, kind.size.h],
      isLocked: false,
      opacity: 1,
      meta: {},
    }
    const verdict = kind.schema.safeParse({ ...envelope, ...kind.defaults })
    expect(verdict.error?.issues ?? [], kind.type).toEqual([])
  }
})

test('[DL3] a record is written and read back as it was, its texts as Y.Text', () => {
  const board = seededBoard()
  board.transact(() => putRecord(board, step('Bellen')), 'test')
  expect(board.records.get(stepId)?.get('title')).toBeInstanceOf(Y.Text)
  expect(readBoard(board).records.get(stepId)).toEqual(step('Bellen'))
})

test('[DL4] two people who type in one title at once lose no character', () => {
  const anna = seededBoard()
  anna.transact(() => putRecord(anna, step('Bellen')), 'test')
  const ben = new BoardDocument(new Y.Doc())
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(anna.doc))
  anna.transact(() => changeRecord(anna, stepId, { title: 'Samen bellen' }), 'test')
  ben.transact(() => changeRecord(ben, stepId, { title: 'Bellen met het loket' }), 'test')
  exchange(anna, ben)
  const title = (readBoard(anna).records.get(stepId) as ShapeOf<'touchpoint'>).title
  expect(title).toContain('Samen b')
  expect(title).toContain('ellen met het loket')
  expect(readBoard(ben).records).toEqual(readBoard(anna).records)
})

test('[DL5] two people who change two fields of one record at once both keep their change', () => {
  const anna = seededBoard()
  anna.transact(() => putRecord(anna, step('Bellen')), 'test')
  const ben = new BoardDocument(new Y.Doc())
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(anna.doc))
  anna.transact(() => changeRecord(anna, stepId, { channel: 'phone' }), 'test')
  ben.transact(() => changeRecord(ben, stepId, { geometry: [40, 50, 0, 200, 150] }), 'test')
  exchange(anna, ben)
  for (const board of [anna, ben]) {
    expect(readBoard(board).records.get(stepId)).toMatchObject({ channel: 'phone', geometry: [40, 50, 0, 200, 150] })
  }
})

test('[DL6, F17] a field of a newer version survives a read and a write', () => {
  const board = seededBoard()
  board.transact(() => putRecord(board, { ...step('Bellen'), mood: 'sunny' }), 'test')
  const read = readBoard(board).records.get(stepId)
  board.transact(() => putRecord(board, { ...(read as ShapeOf<'touchpoint'>), channel: 'phone' }), 'test')
  expect(readBoard(board).records.get(stepId)).toMatchObject({ mood: 'sunny', channel: 'phone' })
})

test('[DL7] a bad record is set aside alone, and stays in the document', () => {
  const board = seededBoard()
  board.transact(() => {
    putRecord(board, step('Bellen'))
    board.records.set(
      'shape:odd',
      new Y.Map<FieldValue>(
        Object.entries({ type: 'touchpoint', parentId: FIRST_PAGE_ID, index: 'a2', geometry: 'here' }),
      ),
    )
    board.records.set('shape:new', new Y.Map<FieldValue>(Object.entries({ type: 'hologram' })))
    board.records.set('nonsense', new Y.Map<FieldValue>())
  }, 'test')
  const { records, quarantined } = readBoard(board)
  expect([...records.keys()]).toEqual([FIRST_PAGE_ID, stepId])
  expect(quarantined).toEqual([
    { id: 'shape:odd', reason: 'invalid', fields: ['geometry'] },
    { id: 'shape:new', reason: 'unknown-kind', fields: ['type'] },
    { id: 'nonsense', reason: 'unknown-id', fields: [] },
  ])
  expect(board.records.size).toBe(5)
})

test('[DL8] writing what is there already writes nothing', () => {
  const board = seededBoard()
  board.transact(() => putRecord(board, step('Bellen')), 'test')
  const before = Y.encodeStateVector(board.doc)
  board.transact(() => putRecord(board, step('Bellen')), 'test')
  board.transact(() => changeRecord(board, stepId, { title: 'Bellen', friction: [] }), 'test')
  expect(Y.encodeStateVector(board.doc)).toEqual(before)
})

test('[DL9] a record that was taken away is not brought back by a change to it', () => {
  const board = seededBoard()
  board.transact(() => putRecord(board, step('Bellen')), 'test')
  board.transact(() => removeRecord(board, stepId), 'test')
  board.transact(() => changeRecord(board, stepId, { title: 'Nog een keer' }), 'test')
  expect(board.records.has(stepId)).toBe(false)
})

function exchange(a: BoardDocument, b: BoardDocument): void {
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc))
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
}
