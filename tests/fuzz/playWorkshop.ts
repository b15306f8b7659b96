import { RandomSource } from '@samenreis/model/testing/RandomSource'
import type { Sabotage } from './Sabotage.ts'
import { WorkshopFuzz, type Cast } from './WorkshopFuzz.ts'

const STEPS = 220
/** Longer, because people begin anew more often. */
const MIXED_STEPS = 300
/** Every so many seeds the store is a file of SQLite, which takes longer. */
const SQLITE_EVERY = 10

export interface Played {
  readonly counts: ReadonlyMap<string, number>
  readonly journal: readonly string[]
  /** Records on the board at the end. */
  readonly records: number
}

/** How many people a seed plays with: 3 to 5. */
export function peopleOf(seed: number): number {
  return 3 + (seed % 3)
}

/** One whole run with every check at its end. The seed decides everything. @throws Error with the seed and the steps */
export function playWorkshop(seed: number, sabotage?: Sabotage): Promise<Played> {
  return play(seed, 'all lead', sabotage)
}

/** The same with people of every role, some of whom send what they may not, and with boards that are made anew. */
export function playMixed(seed: number): Promise<Played> {
  return play(seed, 'mixed')
}

async function play(seed: number, cast: Cast, sabotage?: Sabotage): Promise<Played> {
  const store = seed % SQLITE_EVERY === 0 ? 'sqlite' : 'memory'
  const options = {
    people: peopleOf(seed),
    steps: cast === 'mixed' ? MIXED_STEPS : STEPS,
    store,
    cast,
    ...(sabotage === undefined ? {} : { sabotage }),
  } as const
  const run = await WorkshopFuzz.start(new RandomSource(seed), options)
  try {
    await run.play()
    await run.everyoneOnline()
    await run.expectSameBoards()
    await run.expectSameActions()
    await run.expectSamePresence()
    const records = run.recordCount
    await run.expectSameAfterReload()
    return { counts: run.counts, journal: run.journal, records }
  } finally {
    await run.stop()
  }
}
