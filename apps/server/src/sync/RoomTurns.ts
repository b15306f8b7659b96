import type { Clock } from './Clock.ts'
import type { Rate } from './limits.ts'
import { TokenBucket } from './TokenBucket.ts'

/** More than that nothing takes by itself: the whole process stood still, and no room is to pay for it. */
const LONGEST_MS = 5000

/**
 * When frames of one room are handled. A room takes no more of the process than its share, so that the other rooms notice nothing
 * (reliability.md F57); above it its connections take turns, one frame each, so that who is loud does not keep the quiet ones of his own
 * room waiting either. To the share counts all that the edits of a room cost, also what is done with them later, but not the sending:
 * that grows with those who look on, and they are no reason to let who writes wait. (Only what they lack who read slowly is: it is made
 * once for those who fell behind together, and no more often than once a megabyte.)
 */
export class RoomTurns {
  readonly #clock: Clock
  readonly #handling: TokenBucket
  /** In the order in which they asked. */
  readonly #waiting = new Set<() => void>()
  #timer: NodeJS.Timeout | null = null

  /** @param handlingMs milliseconds of work for the room's edits, of whomever */
  constructor(handlingMs: Rate, clock: Clock) {
    this.#clock = clock
    this.#handling = new TokenBucket(handlingMs, clock)
  }

  /** Whether a frame may be handled without waiting. */
  get areFree(): boolean {
    return this.#waiting.size === 0 && this.#handling.waitMs() === 0
  }

  /** A frame took so many milliseconds. */
  spend(ms: number): void {
    this.#handling.spend(Math.min(ms, LONGEST_MS))
  }

  /** Does for the room what no frame waits for, at once, and takes the time off its share: the next frames wait the longer. */
  charge<Result>(work: () => Result): Result {
    const beganAtMs = this.#clock()
    try {
      return work()
    } finally {
      this.spend(this.#clock() - beganAtMs)
    }
  }

  /** Calls `turn` once when one frame may be handled; who has more asks again. */
  ask(turn: () => void): void {
    this.#waiting.add(turn)
    this.#timer ??= setTimeout(() => this.#give(), this.#handling.waitMs())
  }

  leave(turn: () => void): void {
    this.#waiting.delete(turn)
    if (this.#waiting.size > 0 || this.#timer === null) return
    clearTimeout(this.#timer)
    this.#timer = null
  }

  #give(): void {
    this.#timer = null
    for (const turn of this.#waiting) {
      const waitMs = this.#handling.waitMs()
      if (waitMs > 0) {
        this.#timer ??= setTimeout(() => this.#give(), waitMs)
        return
      }
      // Who asks again while he has his turn stands at the end, and this walk comes to him as well.
      this.#waiting.delete(turn)
      turn()
    }
  }
}
