import * as Y from 'yjs'
import type { AddedItems } from './AddedItems.ts'
import type { ItemHomes } from './ItemHomes.ts'
import { structAt } from './structAt.ts'

/**
 * How many steps Yjs would take to find the places of new items among those that others wrote at the same place, from above and no
 * further than `limit`. Two people who type in one spot cost next to nothing; thousands of items that all claim one spot cost the square
 * of their number, in a frame of a few kilobytes (reliability.md F08). Nothing is applied: the steps are counted on what is there.
 *
 * @param homes where the added items come to stand
 */
export function conflictWork(added: AddedItems, doc: Y.Doc, homes: ItemHomes, limit: number): number {
  const order = new ItemOrder(added, doc)
  let [work, conflicts] = [0, 0]
  for (const item of added.all) {
    if (order.isInGone(item)) continue
    if (order.fits(item)) {
      order.put(item)
      continue
    }
    const distance = order.distance(item, limit - work)
    conflicts += 1
    // Others of the update may stand there before it, in whatever order Yjs takes them.
    work += conflicts + distance + homes.othersWith(item)
    if (work >= limit) return limit
    order.putSomewhere(item, distance)
  }
  return work
}

/** What stands beside what, once the items that were put are in: the document, and over it what they changed of it. */
class ItemOrder {
  readonly #doc: Y.Doc
  readonly #added: AddedItems
  /** What follows an id; null = nothing, undefined = that cannot be told any more. */
  readonly #follows = new Map<string, Y.ID | null | undefined>()
  /** Whether an id is the first of its list. */
  readonly #leads = new Map<string, boolean>()
  /** How many items of others stand around one that had to look for its place. */
  readonly #around = new Map<string, number>()
  /** Lists and keys that are new and have their first item. */
  readonly #begun = new Set<string>()

  constructor(added: AddedItems, doc: Y.Doc) {
    this.#doc = doc
    this.#added = added
  }

  /** Whether it goes into something that is gone for good, and so goes itself, at once. */
  isInGone({ origin, rightOrigin, parent }: Y.Item): boolean {
    const ids = [origin, rightOrigin, parent instanceof Y.ID ? parent : null]
    return ids.some((id) => id !== null && structAt(this.#doc, id) instanceof Y.GC)
  }

  /** Whether its two neighbours still stand side by side, so that its place is found at once. */
  fits(item: Y.Item): boolean {
    const { origin, rightOrigin } = item
    if (origin !== null) return isSame(this.#following(origin), rightOrigin)
    if (rightOrigin !== null) return this.#isLeading(rightOrigin)
    return !this.#begun.has(listOf(item)) && this.#firstOf(item) === null
  }

  put(item: Y.Item): void {
    const { origin, rightOrigin } = item
    if (origin !== null) this.#follows.set(keyOf(origin), item.id)
    else {
      this.#leads.set(keyOf(item.id), true)
      if (rightOrigin === null) this.#begun.add(listOf(item))
      else this.#leads.set(keyOf(rightOrigin), false)
    }
    this.#follows.set(keyOf(item.lastId), rightOrigin)
  }

  /** As `put`, for one that stands among others, nobody knows where. */
  putSomewhere(item: Y.Item, around: number): void {
    this.put(item)
    if (item.origin === null) this.#leads.set(keyOf(item.id), false)
    else this.#follows.set(keyOf(item.origin), undefined)
    this.#follows.set(keyOf(item.lastId), undefined)
    this.#around.set(keyOf(item.id), around)
    this.#around.set(keyOf(item.lastId), around)
  }

  /** Items of the document between the two neighbours of a new one, no further than `limit`. */
  distance(item: Y.Item, limit: number): number {
    const { origin, rightOrigin } = item
    for (const id of [origin, rightOrigin]) {
      const around = id === null ? undefined : this.#around.get(keyOf(id))
      if (around !== undefined) return Math.min(around, limit)
    }
    const end = rightOrigin === null ? null : this.#itemAt(rightOrigin)
    let steps = 0
    if (origin === null && end !== null) {
      for (let at = end.left; at !== null && steps < limit; at = at.left) steps += 1
      return steps
    }
    const start = origin === null ? this.#firstOf(item) : (this.#itemAt(origin)?.right ?? null)
    for (let at = start; at !== null && at !== end && steps < limit; at = at.right) steps += 1
    return steps
  }

  /** What stands right behind an id; undefined = that cannot be told. */
  #following(behind: Y.ID): Y.ID | null | undefined {
    const key = keyOf(behind)
    if (this.#follows.has(key)) return this.#follows.get(key)
    const item = this.#itemAt(behind) ?? this.#added.at(behind)
    if (item === null) return undefined
    const isLast = behind.clock === item.id.clock + item.length - 1
    return isLast ? (item.right?.id ?? null) : Y.createID(behind.client, behind.clock + 1)
  }

  #isLeading(id: Y.ID): boolean {
    const known = this.#leads.get(keyOf(id))
    if (known !== undefined) return known
    const item = this.#itemAt(id)
    return item !== null && item.left === null && item.id.clock === id.clock
  }

  /** The first item of the list, or of the values of the key, that an item without neighbours goes into. */
  #firstOf({ parent, parentSub }: Y.Item): Y.Item | null {
    const holder = typeof parent === 'string' ? this.#doc.share.get(parent) : this.#typeOf(parent)
    if (holder === null || holder === undefined) return null
    if (parentSub === null) return holder._start
    let first = holder._map.get(parentSub) ?? null
    while (first !== null && first.left !== null) first = first.left
    return first
  }

  #typeOf(parent: Y.Item['parent']): Y.AbstractType<unknown> | null {
    if (!(parent instanceof Y.ID)) return null
    const item = this.#itemAt(parent)
    return item?.content instanceof Y.ContentType ? item.content.type : null
  }

  #itemAt(id: Y.ID): Y.Item | null {
    const struct = structAt(this.#doc, id)
    return struct instanceof Y.Item ? struct : null
  }
}

function keyOf({ client, clock }: Y.ID): string {
  return `${client} ${clock}`
}

function listOf({ parent, parentSub }: Y.Item): string {
  return `${parent instanceof Y.ID ? keyOf(parent) : String(parent)} ${parentSub ?? ''}`
}

function isSame(one: Y.ID | null | undefined, other: Y.ID | null): boolean {
  if (one === undefined) return false
  return one === null || other === null ? one === other : Y.compareIDs(one, other)
}
