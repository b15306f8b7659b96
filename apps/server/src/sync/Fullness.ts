import type { SyncLimits } from './limits.ts'

/** How much fuller a board gets before it is told anew, in percent. */
const STEP_PERCENT = 10
const FULL = 100
/** How far below a warning a board must come before it is taken back: who takes one card away and makes one is not told both times. */
const EASED = 0.95

/** How large a board is. */
export interface BoardSize {
  readonly records: number
  readonly bytes: number
  readonly structs: number
  /** Parts of large values. */
  readonly parts: number
}

/** Cards can be taken away; of what was on the board before, only a board that is made anew is rid (`documentAnew`). */
type FilledBy = 'cards' | 'history'

/** Whether a board is so large that who leads is to know, told in steps (reliability.md F56). */
export class Fullness {
  readonly #limits: SyncLimits
  #percent: number | null = null
  #by: FilledBy = 'cards'

  constructor(limits: SyncLimits) {
    this.#limits = limits
  }

  /** How full it is, in percent of what it can hold; null = there is plenty of room. */
  get percent(): number | null {
    return this.#percent
  }

  /** Of what there is most, when it was last told to be full. */
  get by(): FilledBy {
    return this.#by
  }

  /** Looks at it again. Returns whether there is something new to tell. */
  review(size: BoardSize): boolean {
    const before = this.#percent
    const next = this.#percentOf(size)
    const isLess = before !== null && next !== null && next <= before
    // On the way down only what makes a difference to somebody: that it is full no more, or much emptier.
    if (isLess && next >= before - STEP_PERCENT && (before < FULL || next === FULL)) return false
    this.#percent = next
    return before !== next
  }

  #percentOf({ records, bytes, structs, parts }: BoardSize): number | null {
    const { recordsWarning, documentBytesWarning, documentStructsWarning, valuePartsWarning } = this.#limits
    const warning = Math.max(
      records / recordsWarning,
      bytes / documentBytesWarning,
      structs / documentStructsWarning,
      parts / valuePartsWarning,
    )
    if (this.#percent === null ? warning <= 1 : warning < EASED) return null
    const { records: most, documentBytes, documentStructs, valueParts } = this.#limits
    const cards = Math.max(records / most, parts / valueParts)
    const history = Math.max(bytes / documentBytes, structs / documentStructs)
    const share = Math.max(cards, history)
    this.#by = history > cards ? 'history' : 'cards'
    return Math.min(FULL, STEP_PERCENT * Math.floor((100 * share) / STEP_PERCENT))
  }
}
