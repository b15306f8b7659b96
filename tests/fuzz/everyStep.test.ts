import { expect, test } from 'vitest'
import { playWorkshop } from './playWorkshop.ts'

/** Enough for the rarest step; none of them with SQLite, and all of them seeds that run by themselves too. */
const SEEDS = Array.from({ length: 40 }, (_, index) => 1 + index).filter((seed) => seed % 10 !== 0)
/** What must have happened at least once, besides every kind of step. */
const EVENTS = [
  'room-loaded',
  'room-unloaded',
  'room-compacted',
  'room-not-loaded',
  'storage-failing',
  'storage-recovered',
  'compaction-failed',
  'append: fail',
  'append: lost-answer',
  'frames lost',
] as const
const STEPS = [
  'edit',
  'type',
  'point',
  'deliver',
  'store',
  'wait',
  'cut',
  'leave',
  'join',
  'everyone leaves',
  'latecomer',
  'reload',
  'crash',
  'import',
] as const
const EDITS = ['create', 'bind', 'move', 'type', 'change', 'delete'].map((kind) => `edit: ${kind}`)

test('[RM17] the runs do everything that can happen, on boards that are worth it', async () => {
  const counts = new Map<string, number>()
  let records = 0
  for (const seed of SEEDS) {
    const played = await playWorkshop(seed)
    for (const [what, count] of played.counts) counts.set(what, (counts.get(what) ?? 0) + count)
    records += played.records
  }
  const never = [...STEPS, ...EVENTS, ...EDITS].filter((what) => (counts.get(what) ?? 0) === 0)
  expect(never).toEqual([])
  expect(counts.get('edit')).toBeGreaterThan(20 * SEEDS.length)
  expect(records).toBeGreaterThan(8 * SEEDS.length)
})

test('[RM17] a seed plays the same run again, in memory and with SQLite', async () => {
  for (const seed of [7, 20]) {
    const first = await playWorkshop(seed)
    const second = await playWorkshop(seed)
    expect(second.journal).toEqual(first.journal)
    expect(second.counts).toEqual(first.counts)
    expect(second.records).toBe(first.records)
  }
})
