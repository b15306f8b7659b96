/** Work on one thing after the other; work on different things at once. */
export class Turns<Key> {
  readonly #last = new Map<Key, Promise<unknown>>()

  /** Does the work when everything that was asked for this key before is done. Its failure is its own. */
  take<T>(key: Key, work: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work)
    const settled = turn.catch(() => undefined)
    this.#last.set(key, settled)
    void settled.then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key)
    })
    return turn
  }
}
