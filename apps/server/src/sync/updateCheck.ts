import type { CloseReason } from '@samenreis/model/protocol/closeCodes'
import * as Y from 'yjs'
import { AddedItems } from './AddedItems.ts'
import { conflictWork } from './conflictWork.ts'
import { ItemHomes } from './ItemHomes.ts'
import type { SyncLimits } from './limits.ts'
import { isPlainJson } from './plainJson.ts'
import { readUpdate, TooManyPartsError, type UpdateParts } from './readUpdate.ts'
import { ShiftWork } from './ShiftWork.ts'

/** Why an update is not taken. */
export interface Refusal {
  readonly kind: 'refused'
  readonly reason: CloseReason
  /** What was wrong: names and numbers only, never content. */
  readonly detail: string
}

/** What an update would bring to a document, told from its bytes before anything is applied. */
export type UpdateCheck =
  | { readonly kind: 'nothing' }
  /**
   * `authors`: client ids of which it holds structs that the document lacks. `adds` is false for one that only deletes. `structs`: how
   * many more the document has then, from above: what it brings, and what it cuts in two.
   */
  | {
      readonly kind: 'new'
      readonly authors: readonly number[]
      readonly adds: boolean
      readonly structs: number
      readonly parts: UpdateParts
    }
  /** It builds on something that the document does not have (reliability.md F03). */
  | { readonly kind: 'gap' }
  | Refusal

type Deletes = UpdateParts['ds']

/**
 * Judges an update against a document without touching it (reliability.md C5.1 to C5.4): shape, size, kinds of content, root
 * names, and whether everything it builds on is there. Never throws.
 */
export function checkUpdate(update: Uint8Array, doc: Y.Doc, limits: SyncLimits): UpdateCheck {
  let parts: UpdateParts
  try {
    parts = readUpdate(update, limits)
  } catch (error) {
    if (error instanceof TooManyPartsError) return refuse('invalid-content', error.message)
    return refuse('malformed', 'not an update')
  }
  const { structs, ds: deletes } = parts
  const next = new Map<number, number>()
  const nextClock = (client: number): number => next.get(client) ?? Y.getState(doc.store, client)
  const added: Y.Item[] = []
  /** Items of which the document has the beginning, with what is new of them. */
  const rests: [said: Y.Item, is: Y.Item][] = []
  const authors = new Set<number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (struct.length < 1 || !Number.isSafeInteger(end)) return refuse('malformed', 'length of a struct')
    const had = nextClock(client)
    if (end <= had) continue
    if (struct instanceof Y.Skip || clock > had) return { kind: 'gap' }
    next.set(client, end)
    authors.add(client)
    if (struct instanceof Y.Item) {
      const problem = problemOf(struct)
      if (problem !== null) return refuse('invalid-content', problem)
      const item = clock === had ? struct : restOf(struct, had)
      added.push(item)
      if (item !== struct) rests.push([struct, item])
    }
  }
  const isKnown = (id: Y.ID): boolean => id.clock < nextClock(id.client)
  for (const item of added) if (!referencesOf(item).every(isKnown)) return { kind: 'gap' }
  const items = new AddedItems(added)
  const homes = new ItemHomes(items, doc)
  for (const item of added) {
    const problem = misplaced(item, homes)
    if (problem !== null) return refuse('invalid-content', problem)
  }
  // Yjs puts the rest behind what it has, but into what the item says: it would take something away of another record.
  for (const [said, is] of rests) {
    const [one, other] = [homes.of(said), homes.of(is)]
    if (one !== null && other !== null && one.name !== other.name) return refuse('invalid-content', 'place of an item')
  }
  const work = conflictWork(items, doc, homes, limits.conflictSteps)
  if (work >= limits.conflictSteps) return refuse('invalid-content', `conflicts: ${work} steps`)
  const shifting = new ShiftWork(items, doc)
  const removal = checkDeletes(deletes, shifting, nextClock, limits)
  if (typeof removal !== 'number') return removal
  const shifts = shifting.shifts()
  if (shifts > limits.shifts) return refuse('invalid-content', `shifts: ${shifts}`)
  if (authors.size === 0 && removal === 0) return { kind: 'nothing' }
  const more = structs.length + shifting.cuts
  return { kind: 'new', authors: [...authors], adds: authors.size > 0, structs: more, parts }
}

/** How many ranges delete something that is still there, or why the update cannot be taken. */
function checkDeletes(
  deletes: Deletes,
  shifting: ShiftWork,
  nextClock: (client: number) => number,
  limits: SyncLimits,
): number | Exclude<UpdateCheck, { kind: 'nothing' | 'new' }> {
  let effective = 0
  for (const [client, ranges] of deletes.clients) {
    for (const { clock, len } of ranges) {
      if (len < 1 || !Number.isSafeInteger(clock + len)) return refuse('malformed', 'length of a deletion')
      if (clock + len > nextClock(client)) return { kind: 'gap' }
      if (shifting.remove(client, clock, len)) effective += 1
      if (shifting.steps > limits.deleteSteps) return refuse('invalid-content', `deletions: ${shifting.steps} steps`)
    }
  }
  if (effective > limits.deleteRangesPerFrame) return refuse('invalid-content', `deletions: ${effective}`)
  return effective
}

/** What is new of an item of which the document has the beginning: it stands behind that, whatever it says itself. */
function restOf(item: Y.Item, had: number): Y.Item {
  const { client, clock } = item.id
  const content = item.content.copy().splice(had - clock)
  return new Y.Item(
    Y.createID(client, had),
    null,
    Y.createID(client, had - 1),
    null,
    item.rightOrigin,
    null,
    null,
    content,
  )
}

/**
 * What stands where no program puts it; null when it may be right. Values stand under keys, one behind the other and never before one:
 * Yjs goes through all of them for each that does. Characters stand in texts, and between two things only what is where both are.
 */
function misplaced(item: Y.Item, homes: ItemHomes): string | null {
  if (!homes.isBetweenTwo(item)) return 'place of an item'
  const home = homes.of(item)
  if (home === null) return null
  if (home.isKeyed) {
    if (item.rightOrigin !== null) return 'place of a value'
    return item.content instanceof Y.ContentString ? 'characters as a value' : null
  }
  return item.content instanceof Y.ContentAny || item.content instanceof Y.ContentType ? 'value in a list' : null
}

function referencesOf({ origin, rightOrigin, parent }: Y.Item): Y.ID[] {
  const ids = [origin, rightOrigin, parent instanceof Y.ID ? parent : null]
  return ids.filter((id) => id !== null)
}

/** What a board never holds, told from one struct alone; null when it may be. */
function problemOf({ content, parent, parentSub }: Y.Item): string | null {
  if (typeof parent === 'string') {
    if (parent !== 'records') return 'root'
    if (parentSub === null) return 'list in records'
  }
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentString) return null
  if (content instanceof Y.ContentAny) {
    return content.arr.length === 1 && isPlainJson(content.arr[0]) ? null : 'value that is not plain'
  }
  if (content instanceof Y.ContentType) {
    // Compared with the class itself: Y.XmlText is a Y.Text, Y.XmlHook a Y.Map, and neither is of a board.
    return content.type.constructor === Y.Map || content.type.constructor === Y.Text ? null : 'shared type'
  }
  return 'kind of content'
}

function refuse(reason: CloseReason, detail: string): Refusal {
  return { kind: 'refused', reason, detail }
}
