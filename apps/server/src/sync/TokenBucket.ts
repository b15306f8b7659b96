import type { Clock } from './Clock.ts'
import type { Rate } from './limits.ts'

/** Lets through `burst` at once and `perSecond` for long. */
export class TokenBucket {
  readonly #rate: Rate
  readonly #clock: Clock
  #tokens: number
  #filledAtMs: number

  constructor(rate: Rate, clock: Clock) {
    this.#rate = rate
    this.#clock = clock
    this.#tokens = rate.burst
    this.#filledAtMs = clock()
  }

  /** Takes so many tokens, and owes those that are not there: who took much waits the longer. */
  spend(tokens: number): void {
    this.#fill()
    this.#tokens -= tokens
  }

  /** Takes one token, if there is one. */
  take(): boolean {
    this.#fill()
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }

  /** Milliseconds until the next token; 0 when there is one. */
  waitMs(): number {
    this.#fill()
    return this.#tokens >= 1 ? 0 : Math.ceil(((1 - this.#tokens) / this.#rate.perSecond) * 1000)
  }

  #fill(): void {
    const now = this.#clock()
    const grown = ((now - this.#filledAtMs) / 1000) * this.#rate.perSecond
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + grown)
    this.#filledAtMs = now
  }
}
