import type { Clock } from './Clock.ts'

export interface DurableCounterOptions {
  readonly clock: Clock
  /** Shortest time between two messages, in milliseconds. */
  readonly everyMs: number
  /** Whether everything that the room accepted up to this mark is stored. */
  readonly isStored: (mark: number) => boolean
  readonly send: (frames: number) => void
}

/**
 * Counts the document frames of one connection and says up to which of them all is stored (reliability.md C3). A WebSocket
 * keeps order, so one number on each side is enough.
 */
export class DurableCounter {
  readonly #options: DurableCounterOptions
  #counted = 0
  /** Frames in order, with the room's mark at which they are stored. */
  #expected: { readonly frame: number; readonly mark: number }[] = []
  #durable = 0
  #sent = 0
  #sentAtMs = Number.NEGATIVE_INFINITY

  constructor(options: DurableCounterOptions) {
    this.#options = options
  }

  /** One more document frame came; its number, from 1. */
  count(): number {
    this.#counted += 1
    return this.#counted
  }

  /** The frame and all before it are stored when the room has stored up to `mark`. */
  expect(frame: number, mark: number): void {
    if (this.#expected.at(-1)?.mark === mark) this.#expected.pop()
    this.#expected.push({ frame, mark })
  }

  /**
   * The room may have stored more: says so, if it may already.
   * @returns in how many milliseconds to look again at the latest; `Infinity` = when more is stored; 0 = nothing is owed any more
   */
  review(): number {
    let stored = 0
    for (const { frame, mark } of this.#expected) {
      if (!this.#options.isStored(mark)) break
      this.#durable = frame
      stored += 1
    }
    if (stored > 0) this.#expected.splice(0, stored)
    if (this.#durable > this.#sent) {
      const now = this.#options.clock()
      const waitMs = this.#sentAtMs + this.#options.everyMs - now
      if (waitMs > 0) return waitMs
      this.#sent = this.#durable
      this.#sentAtMs = now
      this.#options.send(this.#durable)
    }
    return this.#expected.length > 0 ? Number.POSITIVE_INFINITY : 0
  }
}
