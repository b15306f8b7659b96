import * as Y from 'yjs'
import type { AddedItems } from './AddedItems.ts'
import { structAt } from './structAt.ts'

type Struct = Y.Item | Y.GC
type Values = ReadonlyMap<string, Y.Item>

/**
 * What becomes of a struct: it goes with this update; it was gone and is looked at again; nothing of it is left but its length; it becomes
 * one with the struct before it.
 */
const GOES = 1
const MET = 2
const EMPTIED = 4
const JOINS = 8

/** What becomes of the structs of one client. */
class Fates {
  readonly #structs: readonly Struct[]
  /** By place; one more than there are, for what comes behind. */
  readonly #fates: Uint8Array
  #first = Number.POSITIVE_INFINITY
  #last = -1

  constructor(structs: readonly Struct[]) {
    this.#structs = structs
    this.#fates = new Uint8Array(structs.length + 1)
  }

  mark(at: number, fate: number): void {
    this.#fates[at] = (this.#fates[at] ?? 0) | fate
    this.#first = Math.min(this.#first, at)
    this.#last = Math.max(this.#last, at)
  }

  /**
   * What becomes one is joined from the end of the list to its start, a run at a time, so that behind each run stands what is left of the
   * others. @param more how many more structs there may be behind
   */
  shifts(more: number): number {
    let [shifts, joined] = [0, 0]
    for (let last = this.#last; last >= this.#first; last -= 1) {
      if (this.#fates[last] === 0) continue
      const { first, times } = this.#runTo(last)
      if (times > 0) {
        shifts += times * (this.#structs.length - last - joined + more)
        joined += last - first
      }
      last = first
    }
    return shifts
  }

  /**
   * The run of structs that become one and end with `last`: where it begins, and how often something of it is joined. Each part of it that
   * goes is joined with what is before and behind it; and each that was gone may take in one more that was gone, where one is left.
   */
  #runTo(last: number): { readonly first: number; readonly times: number } {
    let [first, parts, met, others] = [last, 0, 0, this.#joins(last + 1) ? 1 : 0]
    for (; ; first -= 1) {
      if (this.#is(first, GOES) && (first === last || !this.#is(first + 1, GOES))) parts += 1
      else if (this.#is(first, MET)) met += 1
      if (!this.#is(first, GOES)) others += 1
      if (!this.#joins(first)) break
    }
    const isAlone = first === last && others === 0
    return { first, times: isAlone ? 0 : 2 * parts + Math.min(2 * met, others) }
  }

  /** Whether a struct becomes one with the struct before it. */
  #joins(at: number): boolean {
    return at > 0 && (this.#is(at, JOINS) || (this.#isEmpty(at) && this.#isEmpty(at - 1)))
  }

  #isEmpty(at: number): boolean {
    return this.#is(at, EMPTIED) || this.#structs[at] instanceof Y.GC
  }

  #is(at: number, fate: number): boolean {
    return ((this.#fates[at] ?? 0) & fate) > 0
  }
}

/**
 * About how many places Yjs would shift in its lists of structs to take an update in, mostly from above. It keeps all structs of a
 * client in one array and cuts an item in two, or joins two that are gone, in the middle of it: each time everything behind moves. One
 * frame of 9 kB with 3,000 deletions of one character each held the process for seconds where a client had 200,000 structs
 * (reliability.md F08). Nothing is applied: what is counted is what is there. What the update itself brings is not: that is bounded by its
 * structs.
 */
export class ShiftWork {
  readonly #doc: Y.Doc
  readonly #added: AddedItems
  readonly #news: ReadonlyMap<number, number>
  /** Where items have been cut already, by client. */
  readonly #cutAt = new Map<number, Set<number>>()
  /** Items that go, and were counted. */
  readonly #going = new Set<Y.Item>()
  /** What becomes of structs, by client. */
  readonly #fates = new Map<number, Fates>()
  #shifts = 0
  #cuts = 0
  #steps = 0

  /** @param news how many structs of any kind the update brings, by client */
  constructor(added: AddedItems, doc: Y.Doc, news: ReadonlyMap<number, number>) {
    this.#news = news
    this.#doc = doc
    this.#added = added
    for (const item of added.all) {
      const { origin, rightOrigin } = item
      if (origin !== null) this.#cut(origin.client, origin.clock + 1, true)
      if (rightOrigin !== null) this.#cut(rightOrigin.client, rightOrigin.clock, true)
      this.#replace(item)
    }
  }

  /** Places that are shifted for all that was counted: about 1.3 ns each. */
  shifts(): number {
    return this.#shifts + this.#joining()
  }

  /** Structs that come of cutting others in two, from above. */
  get cuts(): number {
    return this.#cuts
  }

  /** Structs that were, and will be, looked at: about 5 ns each. */
  get steps(): number {
    return this.#steps
  }

  /** Counts a deletion. Returns whether it deletes something that is still there. */
  remove(client: number, clock: number, length: number): boolean {
    const state = Y.getState(this.#doc.store, client)
    const end = clock + length
    if (end > state) {
      this.#cut(client, end, false)
      if (clock >= state) this.#cut(client, clock, false)
      this.#steps += Math.min(end - Math.max(clock, state), this.#news.get(client) ?? 0)
    }
    if (clock >= state) return true
    const structs = this.#doc.store.clients.get(client) ?? []
    const first = Y.findIndexSS(structs, clock)
    const last = Y.findIndexSS(structs, Math.min(end, state) - 1)
    this.#steps += last - first + 1
    let isThere = end > state
    for (let at = first; at <= last; at += 1) {
      const struct = structs[at]
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      isThere = true
      if (at === first) this.#cut(client, clock, false)
      if (at === last) this.#cut(client, Math.min(end, state), false)
      const [before, behind] = [structs[at - 1], structs[at + 1]]
      const joinsBefore = areOne(before, struct) && (at > first || isGone(before))
      this.#mark(client, at, joinsBefore ? GOES | JOINS : GOES)
      if (areOne(struct, behind) && (at < last || isGone(behind))) this.#mark(client, at + 1, JOINS)
      this.#go(struct)
    }
    return isThere
  }

  /** A new value of a key takes the one away that was there, also where nobody says so: two who set it at the same time. */
  #replace({ origin, parent, parentSub }: Y.Item): void {
    const before = origin === null ? null : structAt(this.#doc, origin)
    const key = before instanceof Y.Item ? before.parentSub : parentSub
    if (key === null) return
    const values = before instanceof Y.Item ? valuesOf(before.parent) : this.#valuesIn(parent)
    const there = values?.get(key)
    if (there !== undefined && !there.deleted) this.remove(there.id.client, there.id.clock, there.length)
  }

  #valuesIn(parent: Y.Item['parent']): Values | undefined {
    if (typeof parent === 'string') return this.#doc.share.get(parent)?._map
    const struct = parent instanceof Y.ID ? structAt(this.#doc, parent) : null
    return struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type._map : undefined
  }

  #go(item: Y.Item): void {
    if (!(item.content instanceof Y.ContentType) || this.#going.has(item)) return
    this.#going.add(item)
    this.#empty(item.content.type)
  }

  /** What is in a map or a text goes with it; also what was gone already, but kept its place there, is emptied then. */
  #empty(type: Y.AbstractType<unknown>): void {
    for (const item of type._map.values()) {
      this.#emptyItem(item, true)
      for (let old = item.left; old !== null; old = old.left) this.#emptyItem(old, false)
    }
    for (let item = type._start; item !== null; item = item.right) this.#emptyItem(item, true)
  }

  /** @param isMet whether Yjs looks at it again when all is done, to join it with what stands around it */
  #emptyItem(item: Y.Item, isMet: boolean): void {
    const { client, clock } = item.id
    this.#steps += 1
    const at = Y.findIndexSS(this.#doc.store.clients.get(client) ?? [], clock)
    this.#mark(client, at, EMPTIED | (isMet ? (item.deleted ? MET : GOES) : 0))
    if (!item.deleted) this.#go(item)
  }

  #mark(client: number, at: number, fate: number): void {
    const own = this.#fates.get(client) ?? new Fates(this.#doc.store.clients.get(client) ?? [])
    this.#fates.set(client, own)
    own.mark(at, fate)
  }

  #joining(): number {
    let shifts = 0
    for (const fates of this.#fates.values()) shifts += fates.shifts(this.#cuts)
    return shifts
  }

  /**
   * Cuts whatever holds this clock and does not begin with it; twice the work, because both halves are looked at again.
   * @param gone whether also what is gone already is cut
   */
  #cut(client: number, clock: number, gone: boolean): void {
    const state = Y.getState(this.#doc.store, client)
    if (clock < state) {
      const structs = this.#doc.store.clients.get(client) ?? []
      const at = Y.findIndexSS(structs, clock)
      const struct = structs[at]
      if (!(struct instanceof Y.Item) || struct.id.clock === clock || (struct.deleted && !gone)) return
      if (this.#isNew(client, clock)) this.#shift(structs, at, 2)
      return
    }
    const item = this.#added.at({ client, clock })
    if (clock === state || item === null || item.id.clock === clock) return
    if (this.#isNew(client, clock)) this.#shifts += 2 * this.#added.countOf(client)
  }

  /** Everything behind a place moves, as far as there is more behind it by now. */
  #shift(structs: readonly Struct[], at: number, times = 1): void {
    this.#shifts += times * (structs.length - at + this.#cuts)
  }

  #isNew(client: number, clock: number): boolean {
    const known = this.#cutAt.get(client)
    if (known?.has(clock) ?? false) return false
    if (known === undefined) this.#cutAt.set(client, new Set([clock]))
    else known.add(clock)
    this.#cuts += 1
    return true
  }
}

function valuesOf(parent: Y.Item['parent']): Values | undefined {
  return parent instanceof Y.AbstractType ? parent._map : undefined
}

function isGone(struct: Struct | undefined): boolean {
  return struct?.deleted ?? false
}

/** Whether two neighbours in the list become one when both are gone, as `Item.mergeWith` has it. */
function areOne(left: Struct | undefined, right: Struct | undefined): boolean {
  if (!(left instanceof Y.Item) || !(right instanceof Y.Item)) return false
  return (
    left.right === right &&
    right.origin !== null &&
    Y.compareIDs(right.origin, left.lastId) &&
    Y.compareIDs(left.rightOrigin, right.rightOrigin)
  )
}
