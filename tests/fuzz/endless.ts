import { expect, test } from 'vitest'
import { playMixed, playWorkshop } from './playWorkshop.ts'

// Every stock provider listens for the end of the process.
process.setMaxListeners(50)

const MINUTE_MS = 60_000
const DEFAULT_MINUTES = 30
/** Seeds are numbers below this: RandomSource takes their lowest 32 bits. */
const SEEDS = 2 ** 31
/** Every so many seeds one says how far one is. */
const SAY_EVERY = 100
/** So many failures are enough to look at. */
const FAILURES_MAX = 20

const minutes = Number(process.env['FUZZ_MINUTES'] ?? DEFAULT_MINUTES)
/** Without one that is given, seeds that no run had before: the minute in which it began, with room behind it for its seeds. */
const first = Number(process.env['FUZZ_FIRST_SEED'] ?? (Math.floor(Date.now() / MINUTE_MS) * 1000) % SEEDS)

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

test(`fresh seeds from ${first} for ${minutes} minutes`, async () => {
  const endMs = performance.now() + minutes * MINUTE_MS
  const failed: string[] = []
  let played = 0
  for (let seed = first; performance.now() < endMs && failed.length < FAILURES_MAX; seed += 1) {
    for (const [cast, play] of [
      ['all lead', playWorkshop],
      ['mixed', playMixed],
    ] as const) {
      try {
        await play(seed)
      } catch (error) {
        failed.push(`${seed} (${cast})`)
        say(`FAILED seed ${seed}, ${cast}:\n${error instanceof Error ? error.message : String(error)}`)
      }
      played += 1
    }
    if (played % SAY_EVERY === 0) say(`${played} runs, up to seed ${seed}, ${failed.length} failed`)
  }
  say(`${played} runs from seed ${first}, ${failed.length} failed`)
  expect(failed).toEqual([])
})
