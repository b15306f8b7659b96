/** Most moves that are taken up before they are put in: a moment's work. */
const MOVES_MAX = 200

/**
 * Accepted updates that only move one shape each and are not in the shadow yet, by client id: of each one at most, because two under one id
 * may claim one clock (ADR 0018).
 */
export class UntriedMoves {
  readonly #updates = new Map<number, Uint8Array>()
  #bytes = 0

  get bytes(): number {
    return this.#bytes
  }

  get isEmpty(): boolean {
    return this.#updates.size === 0
  }

  get isFull(): boolean {
    return this.#updates.size >= MOVES_MAX
  }

  get updates(): Iterable<Uint8Array> {
    return this.#updates.values()
  }

  hasOneOf(clientIds: readonly number[]): boolean {
    return clientIds.some((clientId) => this.#updates.has(clientId))
  }

  add(clientId: number, update: Uint8Array): void {
    this.#updates.set(clientId, update)
    this.#bytes += update.byteLength
  }

  clear(): void {
    this.#updates.clear()
    this.#bytes = 0
  }
}
