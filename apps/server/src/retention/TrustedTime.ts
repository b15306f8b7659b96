import type { Clock } from '../sync/Clock.ts'

const MINUTE_MS = 60_000
/** How far the calendar's clock may be off from what the process counts itself, before it has jumped. */
const TOLERANCE_MS = 5 * MINUTE_MS
/** How far apart the two readings must lie that make a jump forward believed. */
export const SECOND_READING_MS = 10 * MINUTE_MS

interface Reading {
  readonly wallMs: number
  readonly atMs: number
}

/**
 * The time by which rooms end (reliability.md F85). Somebody may set the machine's clock, and what is erased stays erased, so:
 * after a jump backwards time goes on as if nothing had happened; a jump forward counts when a second reading, ten minutes
 * later by the process's own count, says the same.
 */
export class TrustedTime {
  readonly #wall: () => number
  readonly #clock: Clock
  #sureMs: number
  #sureAtMs: number
  /** First reading after a jump forward that nothing has confirmed yet. */
  #jumped: Reading | null = null

  /** @param storedMs latest time that was sure when the server last ran; null when it never did */
  constructor({ wall, clock, storedMs }: { wall: () => number; clock: Clock; storedMs: number | null }) {
    this.#wall = wall
    this.#clock = clock
    this.#sureMs = storedMs ?? wall()
    this.#sureAtMs = clock()
  }

  /** Reads both clocks. Milliseconds since 1970 that are sure, and never fewer than before. */
  read(): number {
    const now: Reading = { wallMs: this.#wall(), atMs: this.#clock() }
    const countedMs = this.#sureMs + (now.atMs - this.#sureAtMs)
    const aheadMs = now.wallMs - countedMs
    if (aheadMs <= TOLERANCE_MS) {
      this.#jumped = null
      return this.#be(aheadMs < -TOLERANCE_MS ? countedMs : Math.max(this.#sureMs, now.wallMs), now.atMs)
    }
    const first = this.#jumped
    const agrees = first !== null && Math.abs(now.wallMs - first.wallMs - (now.atMs - first.atMs)) <= TOLERANCE_MS
    if (!agrees) {
      this.#jumped = now
      return this.#be(countedMs, now.atMs)
    }
    if (now.atMs - first.atMs < SECOND_READING_MS) return this.#be(countedMs, now.atMs)
    this.#jumped = null
    return this.#be(now.wallMs, now.atMs)
  }

  #be(sureMs: number, atMs: number): number {
    this.#sureMs = sureMs
    this.#sureAtMs = atMs
    return sureMs
  }
}
