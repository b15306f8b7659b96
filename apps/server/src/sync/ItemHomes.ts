import * as Y from 'yjs'
import type { AddedItems } from './AddedItems.ts'
import { structAt } from './structAt.ts'

/** Where an item stands: in a list, or among the values of one key of a map. There is one of each place. */
export interface Home {
  readonly isKeyed: boolean
  /** How many items of the update stand there, by client. */
  readonly counts: Map<number, number>
}

/**
 * Where each of the items of an update comes to stand, told before any of it is applied. An item that has a neighbour does not say it
 * itself: it stands where the one before it does, or the one behind it.
 */
export class ItemHomes {
  readonly #doc: Y.Doc
  readonly #added: AddedItems
  /** By what holds them, and by key. Not by one name of both: a key may be long, and thousands may name it. */
  readonly #places = new Map<string, Map<string | null, Home>>()
  readonly #homes = new Map<Y.Item, Home | null>()
  /** How many of its client stand there before it. */
  readonly #ranks = new Map<Y.Item, number>()

  constructor(added: AddedItems, doc: Y.Doc) {
    this.#doc = doc
    this.#added = added
    for (const item of added.all) {
      const home = this.of(item)
      if (home === null) continue
      const rank = home.counts.get(item.id.client) ?? 0
      this.#ranks.set(item, rank)
      home.counts.set(item.id.client, rank + 1)
    }
  }

  /** Whether the two that an item names stand in one place. */
  isBetweenTwo({ origin, rightOrigin }: Y.Item): boolean {
    return origin === null || rightOrigin === null || this.#at(origin) === this.#at(rightOrigin)
  }

  /** How many other items the update brings to where this one stands, of those of its own client the ones that came before. */
  othersWith(item: Y.Item): number {
    let others = 0
    for (const [client, count] of this.of(item)?.counts ?? []) {
      others += client === item.id.client ? (this.#ranks.get(item) ?? 0) : count
    }
    return others
  }

  /** null = in what is gone, or nowhere that can be told */
  of(item: Y.Item): Home | null {
    const way: Y.Item[] = []
    let at: Y.Item | null = item
    let home: Home | null = null
    while (at !== null) {
      const known = this.#homes.get(at)
      if (known !== undefined) {
        home = known
        break
      }
      // Those that name each other stand nowhere: who comes by here again has gone round.
      this.#homes.set(at, null)
      way.push(at)
      const beside: Y.ID | null = at.origin ?? at.rightOrigin
      if (beside === null) {
        home = this.#homeIn(at)
        break
      }
      const struct = structAt(this.#doc, beside)
      if (struct !== null) {
        home = this.#homeIn(struct)
        break
      }
      at = this.#added.at(beside)
    }
    for (const each of way) this.#homes.set(each, home)
    return home
  }

  #at(id: Y.ID): Home | null {
    const struct = structAt(this.#doc, id)
    if (struct !== null) return this.#homeIn(struct)
    const item = this.#added.at(id)
    return item === null ? null : this.of(item)
  }

  /** By what the struct itself says; one of a document knows what it is in, one of an update its id. */
  #homeIn(struct: Y.Item | Y.GC): Home | null {
    if (!(struct instanceof Y.Item)) return null
    const { parent, parentSub } = struct
    const holder = parent instanceof Y.AbstractType ? (parent._item?.id ?? 'records') : parent
    if (holder === null || this.#isGone(holder)) return null
    const name = typeof holder === 'string' ? holder : `${holder.client} ${holder.clock}`
    const keys = this.#places.get(name) ?? new Map<string | null, Home>()
    this.#places.set(name, keys)
    const home = keys.get(parentSub) ?? { isKeyed: parentSub !== null, counts: new Map<number, number>() }
    keys.set(parentSub, home)
    return home
  }

  /** Whether nothing is left of what held it: what comes into it goes at once, wherever it stands. */
  #isGone(holder: string | Y.ID): boolean {
    if (typeof holder === 'string') return false
    const struct = structAt(this.#doc, holder)
    return struct !== null && !(struct instanceof Y.Item && struct.content instanceof Y.ContentType)
  }
}
