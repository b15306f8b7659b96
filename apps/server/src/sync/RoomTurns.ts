import type { Clock } from './Clock.ts'
import type { Rate } from './limits.ts'
import { TokenBucket } from './TokenBucket.ts'

/**
 * When frames of one room are handled. All its connections together take no more of the process than one room's share, so that the
 * other rooms notice nothing (reliability.md F57); above it they take turns, one frame each, so that who is loud does not keep the quiet
 * ones of his own room waiting either.
 */
export class RoomTurns {
  readonly #handling: TokenBucket
  /** In the order in which they asked. */
  readonly #waiting = new Set<() => void>()
  #timer: NodeJS.Timeout | null = null

  /** @param handlingMs milliseconds of handling, for all connections of the room */
  constructor(handlingMs: Rate, clock: Clock) {
    this.#handling = new TokenBucket(handlingMs, clock)
  }

  /** Whether a frame may be handled without waiting. */
  get areFree(): boolean {
    return this.#waiting.size === 0 && this.#handling.waitMs() === 0
  }

  /** A frame took so many milliseconds. */
  spend(ms: number): void {
    this.#handling.spend(ms)
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
