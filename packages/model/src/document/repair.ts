import * as Y from 'yjs'
import { ORDER_KEY_MAX } from '../records/envelope.ts'
import type { BoardDocument, FieldValue } from './BoardDocument.ts'
import { isOrderKey, orderKeysBetween } from './orderKey.ts'
import { readRecord } from './read.ts'
import { FIRST_PAGE_ID } from './seed.ts'

/** What makes an invalid combination of valid records whole again. */
export type Repair =
  | { readonly kind: 'page'; readonly id: string }
  | { readonly kind: 'place'; readonly id: string; readonly parentId?: string; readonly index?: string }
  | { readonly kind: 'remove'; readonly id: string }

/** Parents above one another, far more than anybody nests: deeper ones stop a canvas. */
const PARENTS_MAX = 40

/**
 * The same of a journey, so that there is room for what is in it: whoever puts groups around a locked journey, which he may, would else
 * have its cards taken out of it.
 */
const JOURNEY_PARENTS_MAX = 20

/** Most repairs of one round, made in some 5 ms; what is left comes in the next. */
const REPAIRS_MAX = 100

/**
 * What two honest edits that met made of this board, and how it is put right (reliability.md C5.7, F13): a shape whose parent is gone,
 * or that stands on itself or too deep, stands on the first page, at the place that its own fields say; a link with an end that is gone goes;
 * of siblings with one order key a locked journey keeps it, else the first by id. A function of the board: the same board gives the same repairs, and a board
 * that was repaired gives none. Raw and quick: only what is to be changed is read as a record, and what does not hold is left alone.
 */
export function repairsOf(board: BoardDocument): readonly Repair[] {
  const { shapes, links, pages } = standings(board)
  const page = firstOf(pages)
  const repairs: Repair[] = page === null ? [{ kind: 'page', id: FIRST_PAGE_ID }] : []
  for (const [id, { fromId, toId }] of links) {
    if (!shapes.has(fromId) || !shapes.has(toId)) repairs.push({ kind: 'remove', id })
  }
  const pageId = page ?? FIRST_PAGE_ID
  const ground = new Set<string>([...pages.keys(), pageId])
  const adrift = adriftIn(shapes, ground)
  const placed = new Map<string, { parentId?: string; index?: string }>()
  for (const id of adrift) placed.set(id, { parentId: pageId })
  for (const siblings of familiesOf(shapes, adrift, pageId).values()) {
    for (const [id, index] of keysApart(siblings, shapes)) placed.set(id, { ...placed.get(id), index })
  }
  for (const [id, place] of placed) {
    if (repairs.length >= REPAIRS_MAX) break
    if (readRecord(id, board.records.get(id)).ok) repairs.push({ kind: 'place', id, ...place })
  }
  return repairs.slice(0, REPAIRS_MAX)
}

/** Makes the repairs. Call inside `board.transact`. */
export function applyRepairs(board: BoardDocument, repairs: readonly Repair[]): void {
  for (const repair of repairs) {
    switch (repair.kind) {
      case 'page':
        board.records.set(
          FIRST_PAGE_ID,
          new Y.Map<FieldValue>(Object.entries({ type: 'page', name: '', index: 'a1', meta: {} })),
        )
        break
      case 'remove':
        board.records.delete(repair.id)
        break
      case 'place': {
        const fields = board.records.get(repair.id)
        if (repair.parentId !== undefined) fields?.set('parentId', repair.parentId)
        if (repair.index !== undefined) fields?.set('index', repair.index)
        break
      }
    }
  }
}

interface ShapeStanding {
  readonly parentId: string
  readonly index: string
  readonly isJourney: boolean
  readonly isLocked: boolean
}

interface Standings {
  readonly shapes: ReadonlyMap<string, ShapeStanding>
  readonly links: ReadonlyMap<string, { readonly fromId: string; readonly toId: string }>
  /** Order keys by id. */
  readonly pages: ReadonlyMap<string, string>
}

function standings(board: BoardDocument): Standings {
  const shapes = new Map<string, ShapeStanding>()
  const links = new Map<string, { fromId: string; toId: string }>()
  const pages = new Map<string, string>()
  for (const [id, fields] of board.records.entries()) {
    const read = (name: string): string => {
      const value: unknown = fields instanceof Y.Map ? fields.get(name) : undefined
      return typeof value === 'string' ? value : ''
    }
    if (id.startsWith('shape:')) {
      const isJourney = read('type') === 'journey'
      const isLocked = isJourney && fields instanceof Y.Map && fields.get('locked') === true
      shapes.set(id, { parentId: read('parentId'), index: read('index'), isJourney, isLocked })
    } else if (id.startsWith('binding:')) links.set(id, { fromId: read('fromId'), toId: read('toId') })
    else if (id.startsWith('page:')) pages.set(id, read('index'))
  }
  return { shapes, links, pages }
}

/** As readers choose it: the first by order key, then by id. */
function firstOf(pages: ReadonlyMap<string, string>): string | null {
  const [first] = [...pages].sort(([a, x], [b, y]) => compare(x, y) || compare(a, b))
  return first?.[0] ?? null
}

/** Shapes whose parent is gone, whose parents lead back to themselves, or that stand deeper than anybody nests. */
function adriftIn(shapes: ReadonlyMap<string, ShapeStanding>, pages: ReadonlySet<string>): ReadonlySet<string> {
  const adrift = new Set<string>()
  const depths = new Map<string, number>()
  for (const start of shapes.keys()) {
    const path: string[] = []
    const onPath = new Set<string>()
    let at = start
    for (
      let shape = shapes.get(at);
      shape !== undefined && !depths.has(at) && !onPath.has(at);
      shape = shapes.get(at)
    ) {
      path.push(at)
      onPath.add(at)
      at = shape.parentId
    }
    if (onPath.has(at)) for (const id of path.slice(path.indexOf(at))) adrift.add(id)
    const isGone = !shapes.has(at) && !pages.has(at)
    let depth = depths.get(at) ?? 0
    for (const [index, id] of path.toReversed().entries()) {
      const most = shapes.get(id)?.isJourney === true ? JOURNEY_PARENTS_MAX : PARENTS_MAX
      if ((index === 0 && isGone) || depth >= most) adrift.add(id)
      depth = adrift.has(id) ? 1 : depth + 1
      depths.set(id, depth)
    }
  }
  return adrift
}

function familiesOf(
  shapes: ReadonlyMap<string, ShapeStanding>,
  adrift: ReadonlySet<string>,
  pageId: string,
): ReadonlyMap<string, [id: string, index: string][]> {
  const families = new Map<string, [string, string][]>()
  for (const [id, { parentId, index }] of shapes) {
    const parent = adrift.has(id) ? pageId : parentId
    const family = families.get(parent)
    if (family === undefined) families.set(parent, [[id, index]])
    else family.push([id, index])
  }
  return families
}

/** New order keys for siblings that share one, or have none that the canvas takes: those come on top. */
function keysApart(
  siblings: readonly [id: string, index: string][],
  shapes: Standings['shapes'],
): ReadonlyMap<string, string> {
  const holders = new Map<string, string[]>()
  const without: string[] = []
  for (const [id, index] of siblings) {
    const known = holders.get(index)
    if (!isOrderKey(index)) without.push(id)
    else if (known === undefined) holders.set(index, [id])
    else known.push(id)
  }
  if (without.length === 0 && holders.size === siblings.length) return new Map()
  const locks = (id: string): number => Number(shapes.get(id)?.isLocked ?? false)
  const keys = [...holders.keys()].sort(compare)
  const apart = new Map<string, string>()
  const give = (ids: readonly string[], below: string | null, above: string | null): void => {
    const fresh = orderKeysBetween(below, above, ids.length)
    // From above: what is left for the next round still has nearly all of the way between, in the order that it has now.
    for (const [at, id] of [...ids.entries()].toReversed()) {
      const key = fresh[at] ?? ''
      // Between two of the longest there may be none that a record takes, and one that it does not take would undo the whole round.
      if (key.length <= ORDER_KEY_MAX) apart.set(id, key)
    }
  }
  for (const [at, key] of keys.entries()) {
    const [, ...others] = (holders.get(key) ?? []).sort((a, b) => locks(b) - locks(a) || compare(a, b))
    const isLast = at === keys.length - 1
    give(isLast ? [...others, ...without.sort(compare)] : others, key, keys[at + 1] ?? null)
  }
  if (keys.length === 0) give(without.sort(compare), null, null)
  return apart
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
