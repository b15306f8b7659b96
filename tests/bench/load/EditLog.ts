/** Longest row of edits of one writer that a run remembers. */
const EDITS_MAX = 20_000

/** When each edit of one writer left, and when each who watches had it. Times in ms of this process's clock. */
export class EditLog {
  /** Frame number of the connection, and the moment it left. */
  readonly sentAtMs: number[] = []
  readonly #seenUpTo: Int32Array
  readonly delaysMs: number[] = []
  readonly #watchers: number

  constructor(watchers: number) {
    this.#watchers = watchers
    this.#seenUpTo = new Int32Array(watchers).fill(-1)
  }

  sent(number: number, nowMs: number): void {
    if (number >= EDITS_MAX) throw new Error('The run is too long')
    this.sentAtMs[number] = nowMs
  }

  /** A watcher has this edit: the ones before it too, or they were overtaken on the way and will not come. */
  seen(watcher: number, number: number, nowMs: number, fromMs: number, toMs: number): void {
    const last = this.#seenUpTo[watcher] ?? -1
    for (let each = last + 1; each <= number; each += 1) {
      const sentAtMs = this.sentAtMs[each]
      if (sentAtMs !== undefined && sentAtMs >= fromMs && sentAtMs < toMs) this.delaysMs.push(nowMs - sentAtMs)
    }
    if (number > last) this.#seenUpTo[watcher] = number
  }

  /** How many sightings there should be of what left within these moments. */
  expected(fromMs: number, toMs: number): number {
    return this.#watchers * this.sentAtMs.filter((atMs) => atMs >= fromMs && atMs < toMs).length
  }
}
