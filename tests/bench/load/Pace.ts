/** Turns that come at a steady rate, spread evenly over those whose turn it is: 0, 1, 2 … and over again. */
export class Pace {
  readonly #perSecond: number
  readonly #startedAtMs: number
  #taken = 0

  /** @param perSecond turns of all together */
  constructor(perSecond: number, nowMs: number) {
    this.#perSecond = perSecond
    this.#startedAtMs = nowMs
  }

  /** Numbers of the turns that are due and were not taken; a loop that was late takes all that it missed. */
  take(nowMs: number): { readonly from: number; readonly to: number } {
    const from = this.#taken
    this.#taken = Math.max(from, Math.floor(((nowMs - this.#startedAtMs) / 1000) * this.#perSecond))
    return { from, to: this.#taken }
  }
}
