import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import { changeRecord, putRecord, removeRecord } from '@samenreis/model/document/write'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { missingWithout } from './missingWithout.ts'
import { otherWork } from './otherWork.ts'

const shape = (part: string): ShapeId => ShapeId.parse(`shape:${part}`)
const card = (part: string, parent: string, title = 'Bellen') =>
  newShape('touchpoint', shape(part), { geometry: [0, 0, 0, 200, 150], title, parentId: shape(parent) })

/** A board with journeys `j` and `o`, a step in each. */
function newBoard(): BoardDocument {
  const board = new BoardDocument(new Y.Doc())
  putRecord(board, newShape('journey', shape('j'), { geometry: [0, 0, 0, 2000, 900] }))
  putRecord(board, newShape('journey', shape('o'), { geometry: [0, 1000, 0, 2000, 900] }))
  putRecord(board, card('in', 'j'))
  putRecord(board, card('out', 'o'))
  return board
}

function copyOf(board: BoardDocument): BoardDocument {
  const copy = new BoardDocument(new Y.Doc())
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(board.doc))
  return copy
}

function type(board: BoardDocument, part: string, at: number, words: string): void {
  const title = board.records.get(`shape:${part}`)?.get('title')
  if (title instanceof Y.Text) title.insert(Math.min(at, title.length), words)
}

const titleOf = (board: BoardDocument, part: string): unknown =>
  board.records.get(`shape:${part}`)?.get('title')?.toString()

/** The board after the facilitator locked `j`, and after what is left of `mine` came over. */
function broughtOver(server: BoardDocument, mine: BoardDocument) {
  changeRecord(server, shape('j'), { locked: true })
  const { update, left } = otherWork(mine.doc, server)
  if (update !== null) Y.applyUpdate(server.doc, update)
  return { update, left: [...left].toSorted() }
}

test('[JK5] what was done elsewhere comes over, also in a card that others typed in meanwhile; the locked journey stays as it was', () => {
  const server = newBoard()
  const mine = copyOf(server)
  changeRecord(mine, shape('in'), { geometry: [400, 0, 0, 200, 150] })
  type(mine, 'in', 0, 'verloren ')
  putRecord(mine, card('new', 'o', 'Nieuw'))
  type(mine, 'out', 6, ' en wachten')
  changeRecord(mine, shape('in'), { channel: 'phone' })
  removeRecord(mine, shape('out2'))
  type(server, 'out', 0, 'Eerst ')
  expect(broughtOver(server, mine).left).toEqual(['shape:in'])
  expect([titleOf(server, 'out'), titleOf(server, 'new')]).toEqual(['Eerst Bellen en wachten', 'Nieuw'])
  expect(titleOf(server, 'in')).toBe('Bellen')
  expect(server.records.get('shape:in')?.get('geometry')).toEqual([0, 0, 0, 200, 150])
})

test('[JK5] nothing goes into a locked journey or out of it, nothing of it goes away, and what was taken away elsewhere is', () => {
  const server = newBoard()
  const mine = copyOf(server)
  putRecord(mine, card('new', 'j'))
  changeRecord(mine, shape('in'), { parentId: 'shape:o' })
  removeRecord(mine, shape('out'))
  const other = copyOf(server)
  removeRecord(other, shape('in'))
  removeRecord(other, shape('j'))
  putRecord(other, card('kept', 'o'))
  expect(broughtOver(server, mine).left).toEqual(['shape:in', 'shape:new'])
  expect([...server.records.keys()].toSorted()).toEqual(['shape:in', 'shape:j', 'shape:o'])
  expect(broughtOver(server, other).left).toEqual(['shape:in', 'shape:j'])
  expect([...server.records.keys()].toSorted()).toEqual(['shape:in', 'shape:j', 'shape:kept', 'shape:o'])
  expect(server.records.get('shape:in')?.get('parentId')).toBe('shape:j')
})

test('[JK5] when there was nothing else, nothing comes over', () => {
  const server = newBoard()
  const mine = copyOf(server)
  type(mine, 'in', 0, 'verloren ')
  expect(broughtOver(server, mine).update).toBeNull()
})

const act = fc.record({
  part: fc.constantFrom('in', 'out', 'new', 'more'),
  parent: fc.constantFrom('j', 'o'),
  what: fc.constantFrom('put', 'move', 'type', 'drop', 'take'),
  at: fc.nat(12),
})
function play(board: BoardDocument, acts: readonly { part: string; parent: string; what: string; at: number }[]): void {
  for (const { part, parent, what, at } of acts) {
    if (what === 'put' && !board.records.has(`shape:${part}`)) putRecord(board, card(part, parent))
    else if (what === 'move') changeRecord(board, shape(part), { parentId: shape(parent) })
    else if (what === 'type') type(board, part, at, 'ab')
    else if (what === 'drop') {
      const title = board.records.get(`shape:${part}`)?.get('title')
      if (title instanceof Y.Text && title.length > at) title.delete(at, 1)
    } else if (what === 'take') removeRecord(board, shape(part))
  }
}

test('[JK5] whatever two people did: it merges whole, leaves the locked journey as it was, and can be gone on from', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), fc.array(act, { maxLength: 6 }), (mineActs, serverActs) => {
      const server = newBoard()
      const mine = copyOf(server)
      play(mine, mineActs)
      play(server, serverActs)
      changeRecord(server, shape('j'), { locked: true })
      const inside = (): unknown =>
        [...readBoard(server).records.values()].filter((each) => 'parentId' in each && each.parentId === 'shape:j')
      const before = inside()
      const { update } = otherWork(mine.doc, server)
      if (update !== null) Y.applyUpdate(server.doc, update)
      expect(inside()).toEqual(before)
      expect([server.doc.store.pendingStructs, server.doc.store.pendingDs]).toEqual([null, null])
    }),
    { numRuns: 300 },
  )
})

test('[JK5] with nothing left out it is all that is missing, as Yjs itself would merge it', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), fc.array(act, { maxLength: 6 }), (mineActs, serverActs) => {
      const server = newBoard()
      const mine = copyOf(server)
      play(mine, mineActs)
      play(server, serverActs)
      const whole = copyOf(server)
      Y.applyUpdate(whole.doc, Y.encodeStateAsUpdate(mine.doc))
      Y.applyUpdate(
        server.doc,
        missingWithout(mine.doc, server.doc, () => false),
      )
      expect(server.records.toJSON()).toEqual(whole.records.toJSON())
    }),
    { numRuns: 200 },
  )
})
