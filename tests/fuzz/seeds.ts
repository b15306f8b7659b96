import { peopleOf } from './playWorkshop.ts'

/** Seeds that once failed, each with one line why. */
const regressions: readonly number[] = [
  20, // who read slowly kept the cursor of somebody who had left meanwhile (PR1)
  48, // the same, of her own earlier tab
]
const FIRST = 1
const LAST = 200

/** The seeds that play with so many people: 1 to 200 and the regressions, or those of `FUZZ_SEEDS=from-to`. */
export function seedsFor(people: number): number[] {
  const [from = FIRST, to = LAST] =
    /^(\d+)-(\d+)$/
      .exec(process.env['FUZZ_SEEDS'] ?? '')
      ?.slice(1)
      .map(Number) ?? []
  const row = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return [...regressions.filter((seed) => !row.includes(seed)), ...row].filter((seed) => peopleOf(seed) === people)
}
