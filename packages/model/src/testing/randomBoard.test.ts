import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BoardDocument } from '../document/BoardDocument.ts'
import { judgeRecord, readBoard } from '../document/read.ts'
import { seedUpdate } from '../document/seed.ts'
import { shapeKinds } from '../records/recordKinds.ts'
import { RandomSource } from './RandomSource.ts'
import { randomBoard } from './randomBoard.ts'
import { WorkshopSteps, type WorkshopStep } from './WorkshopSteps.ts'

const seeds = Array.from({ length: 20 }, (_, at) => at + 1)

test('the same seed gives the same values, another seed others', () => {
  const values = (seed: number): number[] => {
    const random = new RandomSource(seed)
    return Array.from({ length: 50 }, () => random.between(0, 1_000_000))
  }
  expect(values(7)).toEqual(values(7))
  expect(values(7)).not.toEqual(values(8))
  expect(values(1).slice(0, 3)).toEqual([563_672, 585_111, 895_908])
})

test('numbers are spread evenly', () => {
  const random = new RandomSource(3)
  const counts = Array.from({ length: 10 }, () => 0)
  for (let draw = 0; draw < 100_000; draw++) {
    const at = random.between(0, 9)
    counts[at] = (counts[at] ?? 0) + 1
  }
  // Ten standard deviations of a fair draw are 950.
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(950)
})

test.each(seeds)('a random board holds to its schemas and has every kind (seed %i)', (seed) => {
  const records = randomBoard(new RandomSource(seed), 60)
  for (const record of records) expect(judgeRecord(record.id, record)).toEqual({ ok: true, record })
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
  const kinds = new Set(records.map(({ type }) => type))
  expect(
    [...Object.keys(shapeKinds), 'belongs_to'].filter((kind) => !kinds.has(kind as keyof typeof shapeKinds)),
  ).toEqual([])
  expect(randomBoard(new RandomSource(seed), 60)).toEqual(records)
})

test('random boards have links to shapes that are gone', () => {
  const dangling = seeds.flatMap((seed) => {
    const records = randomBoard(new RandomSource(seed), 60)
    const ids = new Set<string>(records.map(({ id }) => id))
    return records.filter((record) => 'toId' in record && !ids.has(String(record.toId)))
  })
  expect(dangling.length).toBeGreaterThan(0)
})

test.each(seeds)('a workshop leaves a board that can be read whole (seed %i)', (seed) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate())
  const board = new BoardDocument(doc)
  const steps = new WorkshopSteps(new RandomSource(seed))
  const kinds = new Set<WorkshopStep['kind']>()
  for (let turn = 0; turn < 300; turn++) kinds.add(steps.take(board, 'workshop').kind)
  const { records, quarantined } = readBoard(board)
  expect(quarantined).toEqual([])
  expect(records.size).toBeGreaterThan(5)
  expect([...kinds].sort()).toEqual(['bind', 'change', 'create', 'delete', 'move', 'type'])
})
