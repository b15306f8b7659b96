import * as Y from 'yjs'
import { structAt } from './structAt.ts'

/** Where an item stands: in a list, or among the values of one key of a map. */
export interface Home {
  readonly name: string
  readonly isKeyed: boolean
}

/**
 * Where each of the items of an update comes to stand, told before any of it is applied. An item that has a neighbour does not say it
 * itself: it stands where the one before it does, or the one behind it.
 */
export class ItemHomes {
  readonly #doc: Y.Doc
  readonly #added = new Map<number, Y.Item[]>()
  readonly #size: number
  readonly #homes = new Map<Y.Item, Home | null>()
  /** How many of its client stand there before it. */
  readonly #ranks = new Map<Y.Item, number>()
  /** How many stand there, by home and by client. */
  readonly #counts = new Map<string, Map<number, number>>()

  /** @param added the items that the document lacks, those of one client in the order of their clocks */
  constructor(added: readonly Y.Item[], doc: Y.Doc) {
    this.#doc = doc
    this.#size = added.length
    for (const item of added) {
      const own = this.#added.get(item.id.client)
      if (own === undefined) this.#added.set(item.id.client, [item])
      else own.push(item)
    }
    for (const item of added) {
      const home = this.of(item)
      if (home === null) continue
      const counts = this.#counts.get(home.name) ?? new Map<number, number>()
      const rank = counts.get(item.id.client) ?? 0
      this.#ranks.set(item, rank)
      this.#counts.set(home.name, counts.set(item.id.client, rank + 1))
    }
  }

  /** null = in what is gone, or nowhere that can be told */
  of(item: Y.Item): Home | null {
    const way: Y.Item[] = []
    let at: Y.Item | null = item
    let home: Home | null = null
    // Two that name each other stand nowhere.
    while (at !== null && way.length <= this.#size) {
      const known = this.#homes.get(at)
      if (known !== undefined) {
        home = known
        break
      }
      way.push(at)
      const beside: Y.ID | null = at.origin ?? at.rightOrigin
      if (beside === null) {
        home = homeIn(at)
        break
      }
      const struct = structAt(this.#doc, beside)
      if (struct !== null) {
        home = struct instanceof Y.Item ? homeIn(struct) : null
        break
      }
      at = itemAt(this.#added.get(beside.client) ?? [], beside.clock)
    }
    for (const each of way) this.#homes.set(each, home)
    return home
  }

  /** Whether the two that an item names stand in one place. */
  isBetweenTwo({ origin, rightOrigin }: Y.Item): boolean {
    return origin === null || rightOrigin === null || this.#at(origin)?.name === this.#at(rightOrigin)?.name
  }

  /** How many other items the update brings to where this one stands, of those of its own client the ones that came before. */
  othersWith(item: Y.Item): number {
    const home = this.of(item)
    let others = 0
    for (const [client, count] of this.#counts.get(home?.name ?? '') ?? []) {
      others += client === item.id.client ? (this.#ranks.get(item) ?? 0) : count
    }
    return others
  }

  #at(id: Y.ID): Home | null {
    const struct = structAt(this.#doc, id)
    if (struct !== null) return struct instanceof Y.Item ? homeIn(struct) : null
    const item = itemAt(this.#added.get(id.client) ?? [], id.clock)
    return item === null ? null : this.of(item)
  }
}

/** The one of these items, which follow each other, that holds a clock; null = none. */
export function itemAt(items: readonly Y.Item[], clock: number): Y.Item | null {
  let [low, high] = [0, items.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((items[middle]?.id.clock ?? Number.POSITIVE_INFINITY) <= clock) low = middle
    else high = middle - 1
  }
  const item = items[low]
  return item !== undefined && item.id.clock <= clock && clock < item.id.clock + item.length ? item : null
}

/** By what the item itself says; one of a document knows what it is in, one of an update its id. */
function homeIn({ parent, parentSub }: Y.Item): Home | null {
  const holder = parent instanceof Y.AbstractType ? (parent._item?.id ?? 'records') : parent
  if (holder === null) return null
  const name = typeof holder === 'string' ? holder : `${holder.client} ${holder.clock}`
  return { name: parentSub === null ? name : `${name} ${parentSub}`, isKeyed: parentSub !== null }
}
