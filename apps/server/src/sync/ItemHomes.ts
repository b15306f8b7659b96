import * as Y from 'yjs'
import type { AddedItems } from './AddedItems.ts'
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
  readonly #added: AddedItems
  readonly #homes = new Map<Y.Item, Home | null>()
  /** How many of its client stand there before it. */
  readonly #ranks = new Map<Y.Item, number>()
  /** How many stand there, by home and by client. */
  readonly #counts = new Map<string, Map<number, number>>()

  constructor(added: AddedItems, doc: Y.Doc) {
    this.#doc = doc
    this.#added = added
    for (const item of added.all) {
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
    while (at !== null && way.length <= this.#added.all.length) {
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
      at = this.#added.at(beside)
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
    const item = this.#added.at(id)
    return item === null ? null : this.of(item)
  }
}

/** By what the item itself says; one of a document knows what it is in, one of an update its id. */
function homeIn({ parent, parentSub }: Y.Item): Home | null {
  const holder = parent instanceof Y.AbstractType ? (parent._item?.id ?? 'records') : parent
  if (holder === null) return null
  const name = typeof holder === 'string' ? holder : `${holder.client} ${holder.clock}`
  return { name: parentSub === null ? name : `${name} ${parentSub}`, isKeyed: parentSub !== null }
}
