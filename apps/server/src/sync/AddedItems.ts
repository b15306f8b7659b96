import type * as Y from 'yjs'

/** The items of an update that the document lacks. */
export class AddedItems {
  /** Those of one client in the order of their clocks. */
  readonly all: readonly Y.Item[]
  readonly #byClient = new Map<number, Y.Item[]>()

  /** @param all those of one client in the order of their clocks, one right behind the other */
  constructor(all: readonly Y.Item[]) {
    this.all = all
    for (const item of all) {
      const own = this.#byClient.get(item.id.client)
      if (own === undefined) this.#byClient.set(item.id.client, [item])
      else own.push(item)
    }
  }

  countOf(client: number): number {
    return this.#byClient.get(client)?.length ?? 0
  }

  /** The one that holds an id; null = none. */
  at(id: Y.ID): Y.Item | null {
    const item = this.#byClient.get(id.client)?.[this.#placeOf(id)]
    return item !== undefined && item.id.clock <= id.clock && id.clock < item.id.clock + item.length ? item : null
  }

  /** How many of a client a range of clocks leads over, at least one. */
  countIn(client: number, clock: number, length: number): number {
    return this.#placeOf({ client, clock: clock + length - 1 }) - this.#placeOf({ client, clock }) + 1
  }

  /** Where the last of its client stands that does not begin behind an id. */
  #placeOf({ client, clock }: Pick<Y.ID, 'client' | 'clock'>): number {
    const own = this.#byClient.get(client) ?? []
    let [low, high] = [0, own.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((own[middle]?.id.clock ?? Number.POSITIVE_INFINITY) <= clock) low = middle
      else high = middle - 1
    }
    return low
  }
}
