import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { QUIET_MS } from '../../actions/Quietly.ts'
import { LookAlikes } from './LookAlikes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const id = (part: string): ShapeId => ShapeId.parse(`shape:${part}`)

function board(): BoardDocument {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate())
  return new BoardDocument(doc)
}

function addIdea(to: BoardDocument, part: string, title: string): void {
  to.transact(() => putRecord(to, newShape('idea', id(part), { title })), 'test')
}

test('[MB5] two ideas with nearly the same words are told both ways, after a quiet moment', () => {
  const document = board()
  addIdea(document, 'a', 'Bel de inwoner binnen twee dagen terug')
  const lookAlikes = new LookAlikes(document)
  expect(lookAlikes.alike.get().size).toBe(0)
  addIdea(document, 'b', 'Bel de inwoner binnen twee dagen terug.')
  expect(lookAlikes.alike.get().size).toBe(0)
  vi.advanceTimersByTime(QUIET_MS)
  expect([...lookAlikes.alike.get()]).toEqual([
    [id('a'), [id('b')]],
    [id('b'), [id('a')]],
  ])
  document.transact(() => changeRecord(document, id('b'), { mergedInto: id('a') }), 'test')
  vi.advanceTimersByTime(QUIET_MS)
  expect(lookAlikes.alike.get().size).toBe(0)
  lookAlikes.stop()
})

test('[MB5] what decides nothing is not looked at again, and nothing after the end', () => {
  const document = board()
  addIdea(document, 'a', 'Bel de inwoner binnen twee dagen terug')
  const lookAlikes = new LookAlikes(document)
  const told = vi.fn<() => void>()
  lookAlikes.alike.subscribe(told)
  document.transact(() => changeRecord(document, id('a'), { owner: 'Anna', geometry: [9, 9, 0, 200, 130] }), 'test')
  vi.advanceTimersByTime(10 * QUIET_MS)
  expect(told).not.toHaveBeenCalled()
  lookAlikes.stop()
  addIdea(document, 'b', 'Bel de inwoner binnen twee dagen terug')
  vi.advanceTimersByTime(10 * QUIET_MS)
  expect(told).not.toHaveBeenCalled()
})
