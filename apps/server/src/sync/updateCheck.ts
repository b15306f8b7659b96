import type { CloseReason } from '@samenreis/model/protocol/closeCodes'
import * as Y from 'yjs'
import { AddedItems } from './AddedItems.ts'
import { conflictWork } from './conflictWork.ts'
import { ItemHomes } from './ItemHomes.ts'
import type { SyncLimits } from './limits.ts'
import { isPlainJson } from './plainJson.ts'
import { ForeignContentError, readUpdate, TooManyPartsError, type UpdateParts } from './readUpdate.ts'
import { ShiftWork } from './ShiftWork.ts'
import { UnreadableValueError } from './valueParts.ts'

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
   * many more the document has then, from above: what it brings, and what it cuts in two. `update`: what of it the document lacks, as it
   * was judged: that is to be applied, and nothing else.
   */
  | {
      readonly kind: 'new'
      readonly authors: readonly number[]
      readonly adds: boolean
      readonly structs: number
      readonly update: Uint8Array
      readonly parts: UpdateParts
    }
  /** It builds on something that the document does not have (reliability.md F03). */
  | { readonly kind: 'gap' }
  | Refusal

type Deletes = UpdateParts['ds']

/** Longest id of a record or name of a field, in UTF-16 units: three times the longest that the layout has. */
const NAME_MAX = 200

/**
 * Judges an update against a document without touching it (reliability.md C5.1 to C5.4): shape, size, kinds of content, root
 * names, and whether everything it builds on is there. Never throws.
 */
export function checkUpdate(update: Uint8Array, doc: Y.Doc, limits: SyncLimits): UpdateCheck {
  let parts: UpdateParts
  try {
    parts = readUpdate(update, limits)
  } catch (error) {
    if (isOurs(error)) return refuse('invalid-content', error.message)
    return refuse('malformed', 'not an update')
  }
  const { structs, ds: deletes } = parts
  const next = new Map<number, number>()
  const nextClock = (client: number): number => next.get(client) ?? Y.getState(doc.store, client)
  const added: Y.Item[] = []
  /** How many new structs there are, by client. */
  const authors = new Map<number, number>()
  /** Clients of whom it brings again what the document has, with how much that is. */
  const known = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (struct.length < 1 || !Number.isSafeInteger(end)) return refuse('malformed', 'length of a struct')
    const had = nextClock(client)
    if (clock < had) known.set(client, had)
    if (end <= had) continue
    if (struct instanceof Y.Skip || clock > had) return { kind: 'gap' }
    next.set(client, end)
    authors.set(client, (authors.get(client) ?? 0) + 1)
    if (struct instanceof Y.Item) {
      const problem = problemOf(struct)
      if (problem !== null) return refuse('invalid-content', problem)
      added.push(struct)
    }
  }
  // Also of what it has Yjs cuts what that names, and puts a rest into what the whole says: it gets to see no more than is new.
  if (known.size > 0) return checkUpdate(Y.diffUpdate(update, Y.encodeStateVector(known)), doc, limits)
  const isKnown = (id: Y.ID): boolean => id.clock < nextClock(id.client)
  for (const item of added) if (!referencesOf(item).every(isKnown)) return { kind: 'gap' }
  const items = new AddedItems(added)
  const homes = new ItemHomes(items, doc)
  for (const item of added) {
    const problem = misplaced(item, homes)
    if (problem !== null) return refuse('invalid-content', problem)
  }
  const work = conflictWork(items, doc, homes, limits.conflictSteps)
  if (work >= limits.conflictSteps) return refuse('invalid-content', `conflicts: ${work} steps`)
  const shifting = new ShiftWork(items, doc, authors)
  if (shifting.steps > limits.deleteSteps) return refuse('invalid-content', `values: ${shifting.steps} steps`)
  const removal = checkDeletes(deletes, shifting, nextClock, limits)
  if (typeof removal !== 'number') return removal
  const shifts = shifting.shifts()
  if (shifts > limits.shifts) return refuse('invalid-content', `shifts: ${shifts}`)
  if (authors.size === 0 && removal === 0) return { kind: 'nothing' }
  const more = structs.length + shifting.cuts
  return { kind: 'new', authors: [...authors.keys()], adds: authors.size > 0, structs: more, update, parts }
}

/** Whether reading was ended by one of our own bounds. */
function isOurs(error: unknown): error is Error {
  return (
    error instanceof TooManyPartsError || error instanceof ForeignContentError || error instanceof UnreadableValueError
  )
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
  if (parentSub !== null && parentSub.length > NAME_MAX) return 'length of a name'
  // No field of any object: whoever makes one of a record loses it, and its value becomes what the object is made after.
  if (parentSub === '__proto__') return 'name of a field'
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentString) return null
  if (content instanceof Y.ContentAny) {
    // One alone: of several in one piece Yjs shows the last, and nobody would see what stands before it.
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
