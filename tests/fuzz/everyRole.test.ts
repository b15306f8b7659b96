import { expect, test } from 'vitest'
import { playMixed } from './playWorkshop.ts'
import { mixedSeeds } from './seeds.ts'

// Every stock provider listens for the end of the process.
process.setMaxListeners(50)

/** Enough for the rarest step; other seeds than those that play by themselves. */
const SEEDS = Array.from({ length: 24 }, (_, index) => 101 + index).filter((seed) => seed % 10 !== 0)
/** What must have happened at least once, besides all that happens where everybody leads. */
const EVENTS = [
  'stall',
  'remake',
  'vandalise',
  'forge',
  'spoil',
  'garble',
  'made anew',
  'begins anew: epoch-changed',
  'begins anew: forbidden',
  'begins anew: invalid-content',
  'begins anew: malformed',
  'begins anew: journey-locked',
  'begins anew: leader-only',
] as const

for (const seed of mixedSeeds()) {
  test(`[RM17] people of every role converge, and nobody does what he may not (seed ${seed})`, async () => {
    await playMixed(seed)
  })
}

test('[RM17] the runs with every role do everything that can happen', async () => {
  const counts = new Map<string, number>()
  for (const seed of SEEDS) {
    const played = await playMixed(seed)
    for (const [what, count] of played.counts) counts.set(what, (counts.get(what) ?? 0) + count)
  }
  expect(EVENTS.filter((what) => (counts.get(what) ?? 0) === 0)).toEqual([])
  expect(counts.get('edit')).toBeGreaterThan(20 * SEEDS.length)
})
