import type { ShapeId } from '../../ids/recordId.ts'
import { PhaseKey } from '../../records/enumerations.ts'

/** A phase as a column, with the key by which it is compared with phases of other journeys; `x` and `w` in board pixels. */
export interface KeyedColumn {
  readonly id: ShapeId
  readonly key: PhaseKey
  readonly x: number
  readonly w: number
  readonly order: number
}

/** Where the columns of one journey stand after aligning, and how wide the journey is. Whole pixels. */
export interface AlignedColumns {
  /** From left to right, in the order that they had. */
  readonly columns: readonly { readonly id: ShapeId; readonly x: number; readonly w: number }[]
  readonly w: number
}

/** Columns of one journey up to and with an anchor: its own phases, then the phase that others have too. */
interface Stretch {
  /** Phases that keep their own width and place, right after the anchor before them. */
  readonly own: readonly KeyedColumn[]
  /** null = the end of the journey. */
  readonly anchor: KeyedColumn | null
}

/**
 * Gives journeys that stand under each other the same columns: phases of one key start at one `x` and get the width of the
 * widest of them. A journey without that key has a gap there. Phases of one's own keep their width and their place among the
 * others; where a journey has some, the others leave room for them. The order of no journey changes: a key that stands in
 * another order than in the rest, or for the second time, counts as a phase of its own.
 *
 * @param journeys the columns of each; the first one's order of the keys leads
 * @returns as many, in the same order, all equally wide
 */
export function alignColumns(journeys: readonly (readonly KeyedColumn[])[]): AlignedColumns[] {
  const sorted = journeys.map((columns) =>
    columns.toSorted((a, b) => a.x - b.x || a.order - b.order || (a.id < b.id ? -1 : 1)),
  )
  const keys = commonOrder(sorted)
  const stretches = sorted.map((columns) => stretchesOf(columns, keys))

  /** Width of the columns of each key, and of the phases of one's own right after it (`null`: before the first). */
  const keyWidth = new Map<PhaseKey, number>()
  const ownWidth = new Map<PhaseKey | null, number>()
  for (const list of stretches) {
    let after: PhaseKey | null = null
    for (const { own, anchor } of list) {
      ownWidth.set(after, Math.max(ownWidth.get(after) ?? 0, widthOf(own)))
      if (anchor === null) continue
      keyWidth.set(anchor.key, Math.max(keyWidth.get(anchor.key) ?? 0, Math.ceil(anchor.w)))
      after = anchor.key
    }
  }

  const starts = new Map<PhaseKey, number>()
  let x = ownWidth.get(null) ?? 0
  for (const key of keys) {
    starts.set(key, x)
    x += (keyWidth.get(key) ?? 0) + (ownWidth.get(key) ?? 0)
  }
  return stretches.map((list) => ({ columns: placed(list, starts, keyWidth), w: x }))
}

function placed(
  stretches: readonly Stretch[],
  starts: ReadonlyMap<PhaseKey, number>,
  keyWidth: ReadonlyMap<PhaseKey, number>,
): AlignedColumns['columns'] {
  const columns: { id: ShapeId; x: number; w: number }[] = []
  let at = 0
  for (const { own, anchor } of stretches) {
    for (const { id, w } of own) {
      columns.push({ id, x: at, w: Math.ceil(w) })
      at += Math.ceil(w)
    }
    if (anchor === null) continue
    const [x, w] = [starts.get(anchor.key) ?? at, keyWidth.get(anchor.key) ?? Math.ceil(anchor.w)]
    columns.push({ id: anchor.id, x, w })
    at = x + w
  }
  return columns
}

/** The keys of all journeys in one order: as the first has them, and each further one behind the key that it follows in the model. */
function commonOrder(journeys: readonly (readonly KeyedColumn[])[]): PhaseKey[] {
  const order: PhaseKey[] = []
  const model = PhaseKey.options
  for (const columns of journeys) {
    const isFirst = order.length === 0
    for (const { key } of columns) {
      if (key === 'custom' || order.includes(key)) continue
      const before = model.slice(0, model.indexOf(key))
      const at = isFirst ? order.length : order.findLastIndex((each) => before.includes(each)) + 1
      order.splice(at, 0, key)
    }
  }
  return order
}

/** Cuts the columns at those that follow the common order: as many of them as can. */
function stretchesOf(columns: readonly KeyedColumn[], keys: readonly PhaseKey[]): Stretch[] {
  const anchors = longestRising(columns, (column) => keys.indexOf(column.key))
  const stretches: Stretch[] = []
  let own: KeyedColumn[] = []
  for (const column of columns) {
    if (!anchors.has(column)) {
      own.push(column)
      continue
    }
    stretches.push({ own, anchor: column })
    own = []
  }
  return [...stretches, { own, anchor: null }]
}

/** The most columns whose ranks rise from left to right; of equally many the leftmost. A rank below 0 does not count. */
function longestRising(columns: readonly KeyedColumn[], rankOf: (column: KeyedColumn) => number): Set<KeyedColumn> {
  const runs: { readonly rank: number; readonly run: readonly KeyedColumn[] }[] = []
  for (const column of columns) {
    const rank = rankOf(column)
    if (rank < 0) continue
    const before = runs.filter((each) => each.rank < rank)
    const longest = before.reduce<readonly KeyedColumn[]>(
      (best, { run }) => (run.length > best.length ? run : best),
      [],
    )
    runs.push({ rank, run: [...longest, column] })
  }
  return new Set(runs.reduce<readonly KeyedColumn[]>((best, { run }) => (run.length > best.length ? run : best), []))
}

function widthOf(columns: readonly KeyedColumn[]): number {
  return columns.reduce((sum, { w }) => sum + Math.ceil(w), 0)
}
