import type { Counted, Waiting } from './Counted.ts'

/** What a journey costs the person (model.md B5, burden count). */
export interface Burden {
  readonly steps: Counted
  /** Steps by letter. */
  readonly letters: Counted
  /** Steps with a form: by online form, or with one form more as friction. One a step. */
  readonly forms: Counted
  readonly waiting: Waiting
  /** Steps at which the story is told again. */
  readonly toldAgain: Counted
  /** Steps with a new face. */
  readonly newContacts: Counted
  /** Steps after which the person passes to other organisations. */
  readonly handovers: Counted
}

/** The measures of a burden that are one number. */
export type BurdenMeasure = keyof Burden

/** Two journeys beside each other: before and after, on paper and in practice, now and as it should be. */
export interface BurdenChange {
  readonly before: Burden
  readonly after: Burden
  /** After minus before; below 0 is less burden. */
  readonly change: Readonly<Record<BurdenMeasure, number>>
}
