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
  at({ client, clock }: Y.ID): Y.Item | null {
    const own = this.#byClient.get(client) ?? []
    let [low, high] = [0, own.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((own[middle]?.id.clock ?? Number.POSITIVE_INFINITY) <= clock) low = middle
      else high = middle - 1
    }
    const item = own[low]
    return item !== undefined && item.id.clock <= clock && clock < item.id.clock + item.length ? item : null
  }
}
