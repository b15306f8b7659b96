import { peopleOf } from './playWorkshop.ts'

/** Seeds that once failed, each with one line why. */
const regressions: readonly number[] = [
  20, // who read slowly kept the cursor of somebody who had left meanwhile (PR1)
  48, // the same, of her own earlier tab
]
const FIRST = 1
const LAST = 200

/**
 * The seeds that play with so many people: 1 to 200 and the regressions, or those of `FUZZ_SEEDS=from-to`.
 * @throws RangeError when the variable is no such range
 */
export function seedsFor(people: number): number[] {
  const { from, to } = rangeOf(process.env['FUZZ_SEEDS'] ?? `${FIRST}-${LAST}`)
  const row = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return [...new Set([...regressions, ...row])].filter((seed) => peopleOf(seed) === people)
}

function rangeOf(text: string): { from: number; to: number } {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(text) ?? []
  if (from === undefined || to === undefined || Number(from) > Number(to)) {
    throw new RangeError(`FUZZ_SEEDS is from-to, such as 17-17, not ${text}`)
  }
  return { from: Number(from), to: Number(to) }
}

/** Seeds of runs with every role that once failed, each with one line why. */
const mixedRegressions: readonly number[] = [
  2011037567, // somebody forged an id that its owner had written nothing under, which is nobody's: the play's own mistake
  2011039154, // the same
  113, // who came kept the cursor of a tab that was given to her and left before the others were told of it (PR8)
]
const MIXED_LAST = 24

/** The seeds that play with every role: 1 to 24 and the regressions, or those of `FUZZ_SEEDS`. */
export function mixedSeeds(): number[] {
  const { from, to } = rangeOf(process.env['FUZZ_SEEDS'] ?? `${FIRST}-${MIXED_LAST}`)
  const row = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return [...new Set([...mixedRegressions, ...row])]
}
