import type { ShapeId } from '../ids/recordId.ts'
import type { ShapeOf } from '../records/recordKinds.ts'
import { CARD_WIDTH } from './cardHeight.ts'
import type { Strands } from './Strands.ts'

/** Space between cards, and between a card and the line of its phase or lane, in board pixels. */
export const GAP = 12
/** From one column of cards to the next. */
export const PITCH = CARD_WIDTH + GAP

/** A column of the map with its steps from left to right. */
export interface PhaseColumn {
  readonly phase: ShapeOf<'phase'>
  readonly steps: readonly ShapeOf<'touchpoint'>[]
}

/** Where the phases of one journey and the steps in them stand, from its left side, in board pixels. */
export interface ColumnPlaces {
  readonly phases: ReadonlyMap<ShapeId, { readonly x: number; readonly w: number }>
  readonly steps: ReadonlyMap<ShapeId, number>
  readonly width: number
}

/**
 * Phases side by side, each as wide as its steps; a step is as wide as the columns of cards below it.
 *
 * @param leastWidth of a phase, in board pixels
 */
export function columnPlaces(columns: readonly PhaseColumn[], strands: Strands, leastWidth: number): ColumnPlaces {
  const [places] = stackedColumnPlaces([columns], strands, leastWidth)
  if (places === undefined) throw new Error('One journey has one set of places')
  return places
}

/**
 * The columns of journeys that stand below each other with the same phases: every phase is equally wide in all of them, and
 * steps that are twins (`sameAs`) stand below each other as far as both journeys have them in the same order. A step without
 * a twin gets a column in which the longest journey has nothing, so that nobody takes two steps for twins that are not.
 *
 * @param journeys each with the same number of phases, in order
 */
export function stackedColumnPlaces(
  journeys: readonly (readonly PhaseColumn[])[],
  strands: Strands,
  leastWidth: number,
): ColumnPlaces[] {
  const building = journeys.map(() => ({
    phases: new Map<ShapeId, { x: number; w: number }>(),
    steps: new Map<ShapeId, number>(),
  }))
  const spine = longestOf(journeys)
  let x = 0
  for (const [at] of (journeys[0] ?? []).entries()) {
    const rows = journeys.map((columns) => columns[at]?.steps ?? [])
    const slots = new PhaseSlots(rows[spine] ?? [], rows, strands)
    const w = Math.max(GAP + slots.count * PITCH, PITCH + GAP, leastWidth)
    for (const [row, steps] of rows.entries()) {
      const places = building[row]
      const phase = journeys[row]?.[at]?.phase
      if (places === undefined || phase === undefined) continue
      places.phases.set(phase.id, { x, w })
      for (const step of steps) places.steps.set(step.id, x + GAP + slots.of(step.id) * PITCH)
    }
    x += w
  }
  return building.map((places) => ({ ...places, width: x }))
}

function longestOf(journeys: readonly (readonly PhaseColumn[])[]): number {
  const counts = journeys.map((columns) => columns.reduce((sum, { steps }) => sum + steps.length, 0))
  return counts.indexOf(Math.max(...counts))
}

/** The columns of cards in one phase, counted from its left side. */
class PhaseSlots {
  /** Columns that the phase needs. */
  readonly count: number
  private readonly slots = new Map<ShapeId, number>()

  constructor(
    spine: readonly ShapeOf<'touchpoint'>[],
    rows: readonly (readonly ShapeOf<'touchpoint'>[])[],
    strands: Strands,
  ) {
    const widthOf = ({ id }: ShapeOf<'touchpoint'>): number => strands.columnCount(id)
    const anchored = rows.map((row) =>
      row === spine ? new Map(row.map(({ id }, at) => [id, at])) : anchors(row, spine),
    )
    const cells = rows.map((row, at) => cellsOf(row, anchored[at] ?? new Map()))
    let next = 0
    for (let at = 0; at <= spine.length; at++) {
      // What stands between two steps of the spine, then the step and its twins.
      for (const part of ['between', 'twin'] as const) {
        const widths = cells.map((of) => {
          let taken = next
          for (const step of of[part].get(at) ?? []) {
            this.slots.set(step.id, taken)
            taken += widthOf(step)
          }
          return taken
        })
        next = Math.max(next, ...widths)
      }
    }
    this.count = next
  }

  of(stepId: ShapeId): number {
    return this.slots.get(stepId) ?? 0
  }
}

/** Steps by the place in the spine: with its twin there, or before it. */
function cellsOf(
  row: readonly ShapeOf<'touchpoint'>[],
  anchored: ReadonlyMap<ShapeId, number>,
): Readonly<Record<'between' | 'twin', Map<number, ShapeOf<'touchpoint'>[]>>> {
  const cells = {
    between: new Map<number, ShapeOf<'touchpoint'>[]>(),
    twin: new Map<number, ShapeOf<'touchpoint'>[]>(),
  }
  let at = 0
  for (const step of row) {
    const anchor = anchored.get(step.id)
    if (anchor === undefined) cells.between.set(at, [...(cells.between.get(at) ?? []), step])
    else {
      cells.twin.set(anchor, [step])
      at = anchor + 1
    }
  }
  return cells
}

/** Places in the spine of the steps that have a twin there: as many as stand in the same order in both. */
function anchors(
  row: readonly ShapeOf<'touchpoint'>[],
  spine: readonly ShapeOf<'touchpoint'>[],
): ReadonlyMap<ShapeId, number> {
  const twins = row.flatMap((step) => {
    const at = spine.findIndex(
      (other) => other.sameAs === step.id || step.sameAs === other.id || sharesTwin(step, other),
    )
    return at < 0 ? [] : [{ id: step.id, at }]
  })
  // Longest rising run: `best[n]` is the longest that ends with twin n.
  const best: { readonly length: number; readonly before: number }[] = []
  for (const [n, { at }] of twins.entries()) {
    const earlier = best.map(({ length }, m) => ({ length, m })).filter(({ m }) => (twins[m]?.at ?? at) < at)
    const longest = earlier.reduce((top, each) => (each.length > top.length ? each : top), { length: 0, m: -1 })
    best[n] = { length: longest.length + 1, before: longest.m }
  }
  const found = new Map<ShapeId, number>()
  const top = Math.max(0, ...best.map(({ length }) => length))
  let n = best.findIndex(({ length }) => length === top)
  while (n >= 0) {
    const twin = twins[n]
    if (twin === undefined) break
    found.set(twin.id, twin.at)
    n = best[n]?.before ?? -1
  }
  return found
}

function sharesTwin(one: ShapeOf<'touchpoint'>, other: ShapeOf<'touchpoint'>): boolean {
  return one.sameAs !== null && one.sameAs === other.sameAs
}
