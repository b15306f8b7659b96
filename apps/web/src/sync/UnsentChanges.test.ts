import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { STRETCH_BYTES, UnsentChanges, type Stretch } from './UnsentChanges.ts'
import { UnsentWork } from './UnsentWork.ts'

const REMOTE = 'server'

function boardAndWork() {
  const board = new BoardDocument(new Y.Doc())
  return { board, unsent: new UnsentWork(board, REMOTE) }
}

function put(board: BoardDocument, part: string): void {
  const card = newShape('card', ShapeId.parse(`shape:${part}`), { text: part })
  board.transact(() => putRecord(board, card), 'test')
}

function move(board: BoardDocument, part: string, x: number): void {
  board.transact(() => changeRecord(board, ShapeId.parse(`shape:${part}`), { geometry: [x, 0, 0, 9, 9] }), 'test')
}

/** The records that stand on a board after each stretch, with nothing waiting for another. */
function played(stretches: readonly Stretch[]): Record<string, unknown>[] {
  const doc = new Y.Doc()
  return stretches.map(({ update }) => {
    Y.applyUpdate(doc, update)
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    return new BoardDocument(doc).records.toJSON()
  })
}

test('[CN19] stretches follow each other without a gap, none is too long, and after each every card is whole', () => {
  const { board, unsent } = boardAndWork()
  for (let at = 0; at < 400; at += 1) {
    put(board, `c${at}`)
    for (let step = 0; step < 5; step += 1) move(board, `c${at % 7}`, step + at)
  }
  const stretches = unsent.stretches()
  expect(stretches.length).toBeGreaterThan(3)
  for (const { update } of stretches) expect(update.byteLength).toBeLessThanOrEqual(STRETCH_BYTES)
  const boards = played(stretches)
  for (const records of boards) {
    for (const fields of Object.values(records))
      expect(fields).toMatchObject({ type: 'card', geometry: expect.any(Array) })
  }
  expect(boards.at(-1)).toEqual(board.records.toJSON())
})

test('[CN19] what is stored goes, stretch by stretch, and what comes meanwhile follows it', () => {
  const { board, unsent } = boardAndWork()
  for (let at = 0; at < 400; at += 1) put(board, `c${at}`)
  const stretches = unsent.stretches()
  unsent.noteOpened()
  for (const stretch of stretches) unsent.noteSent('update', stretch)
  unsent.noteSent('step2', null)
  put(board, 'meanwhile')
  unsent.noteSent('update', null)
  unsent.noteStored(2)
  const left = stretches.slice(2)
  expect(unsent.count.get()).toBe(
    1 + Object.keys(played(stretches).at(-1) ?? {}).length - cardsIn(stretches.slice(0, 2)),
  )
  expect(unsent.stretches().slice(0, left.length)).toEqual(left)
  expect(unsent.stretches()).toHaveLength(left.length + 1)
  unsent.noteStored(stretches.length + 1)
  expect(unsent.count.get()).toBe(1)
  unsent.noteStored(stretches.length + 2)
  expect([unsent.count.get(), unsent.stretches()]).toEqual([0, []])
})

function cardsIn(stretches: readonly Stretch[]): number {
  return Object.keys(played(stretches).at(-1) ?? {}).length
}

test('[CN19] what others do is not in it', () => {
  const { board, unsent } = boardAndWork()
  const other = new BoardDocument(new Y.Doc())
  put(other, 'theirs')
  Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(other.doc), REMOTE)
  expect(unsent.stretches()).toEqual([])
  put(board, 'mine')
  expect(played(unsent.stretches()).map(Object.keys)).toEqual([['shape:mine']])
})

test('[CN19] too much to be kept change by change is forgotten as a whole, until it is stored', () => {
  const changes = new UnsentChanges()
  const large = new Uint8Array(12 * 1024 * 1024)
  for (const change of [1, 2]) changes.add({ update: large, change })
  expect(changes.stretches()).toHaveLength(2)
  for (const change of [3, 4]) changes.add({ update: large, change })
  expect(changes.stretches()).toEqual([])
  changes.noteStored(3)
  changes.add({ update: large, change: 5 })
  expect(changes.stretches()).toEqual([])
  changes.noteStored(5)
  changes.add({ update: large, change: 6 })
  expect(changes.stretches().map(({ change }) => change)).toEqual([6])
})
