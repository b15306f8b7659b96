import type { ShapeId } from '../../ids/recordId.ts'
import { slotAt, slotX, type MapColumn, type MapGrid } from './MapGrid.ts'
import { centreX, centreY, HALF_SLOT, STEP_LANE } from './mapMeasures.ts'
import type { MapCard } from './MapState.ts'

/** A step with what hangs below it, or cards that hang below no step: they move to the side as one. */
export interface StepGroup {
  /** The card in the lane of steps; null when nothing stands there. */
  readonly head: MapCard | null
  /** Where the group starts: its head, or the place in the column that its cards stand in. */
  readonly x: number
  /** Everything of it but the head. */
  readonly members: readonly MapCard[]
  /** Where the last of it ends. */
  readonly right: number
}

/** From left to right. Two that stand in one place: the upper first, then by id, so that everybody gets the same order. */
export function byPlace(a: MapCard, b: MapCard): number {
  return centreX(a) - centreX(b) || centreY(a) - centreY(b) || (a.id < b.id ? -1 : 1)
}

/** The cards of a column that stand side by side in the lane of steps, from left to right. */
export function headsOf(grid: MapGrid, column: MapColumn): MapCard[] {
  const cards = grid.inCell({ phaseId: column.phase.id, laneKey: STEP_LANE })
  return cards.filter(({ role }) => role === 'card').toSorted(byPlace)
}

/**
 * What hangs below what, in one column: a card stands below the step that is nearer than half a place, or, farther to its right
 * and before the next step, belongs to it (directly or by way of other cards). The rest hangs below no step.
 *
 * @param arriving what was just dropped here: only what arrived with it hangs below a step of these, so that it takes nothing
 *   from the step that stood there
 */
export function groupsOf(grid: MapGrid, column: MapColumn, arriving: ReadonlySet<ShapeId>): StepGroup[] {
  const heads = headsOf(grid, column)
  const newHeads = heads.filter(({ id }) => arriving.has(id))
  const oldHeads = heads.filter(({ id }) => !arriving.has(id))
  const isHead = new Set(heads.map(({ id }) => id))
  const belongings = new Belongings(grid.inColumn(column))
  const membersOf = new Map<ShapeId, MapCard[]>(heads.map(({ id }) => [id, []]))
  const unowned: MapCard[] = []
  for (const card of grid.inColumn(column)) {
    if (isHead.has(card.id)) continue
    const owner =
      (arriving.has(card.id) ? ownerOf(card, newHeads, belongings) : null) ?? ownerOf(card, oldHeads, belongings)
    if (owner === null) unowned.push(card)
    else membersOf.get(owner.id)?.push(card)
  }
  const groups = heads.map((head) => groupOf(head, head.x, membersOf.get(head.id) ?? []))
  return withUnowned(groups, unowned, column, arriving)
}

/** The step that a card hangs below, among these; null when it hangs below none. */
function ownerOf(card: MapCard, heads: readonly MapCard[], belongings: Belongings): MapCard | null {
  let nearest: MapCard | null = null
  let left: MapCard | null = null
  for (const head of heads) {
    const away = card.x - head.x
    if (away >= 0 && (left === null || head.x > left.x)) left = head
    const isBelow = away >= -HALF_SLOT && away < HALF_SLOT
    if (isBelow && (nearest === null || Math.abs(away) < Math.abs(card.x - nearest.x))) nearest = head
  }
  if (nearest !== null) return nearest
  return left !== null && belongings.lead(card.id, left.id) ? left : null
}

/**
 * Cards that hang below no step join the group that reaches over them, or make one of their own in their place. One that hangs over
 * the start of the column stands in none of its places, and stays.
 */
function withUnowned(
  groups: readonly StepGroup[],
  unowned: readonly MapCard[],
  column: MapColumn,
  arriving: ReadonlySet<ShapeId>,
): StepGroup[] {
  const result = [...groups]
  for (const card of unowned.toSorted((a, b) => a.x - b.x || byPlace(a, b))) {
    const place = slotX(column, slotAt(column, card.x))
    if (card.x < place - HALF_SLOT) continue
    const at = result.findIndex(({ head, x, right }) =>
      head === null
        ? place === x || (card.x >= x && card.x < right)
        : card.x >= x && card.x < right && !arriving.has(head.id),
    )
    const over = result[at]
    if (over === undefined) result.push(groupOf(null, place, [card]))
    else result[at] = groupOf(over.head, over.x, [...over.members, card])
  }
  return result
}

function groupOf(head: MapCard | null, x: number, members: readonly MapCard[]): StepGroup {
  const ends = [...(head === null ? [] : [head]), ...members].map((card) => card.x + card.w)
  return { head, x, members, right: Math.max(x, ...ends) }
}

/** Who belongs to whom among some cards, also by way of others. */
class Belongings {
  private readonly targets: ReadonlyMap<ShapeId, readonly ShapeId[]>

  constructor(cards: readonly MapCard[]) {
    this.targets = new Map(cards.map(({ id, belongsTo }) => [id, belongsTo]))
  }

  /** Whether one card belongs to another, directly or by way of others. Circles end. */
  lead(from: ShapeId, to: ShapeId): boolean {
    const seen = new Set<ShapeId>([from])
    // The set grows while it is gone through: what is added is looked at too.
    for (const id of seen) for (const target of this.targets.get(id) ?? []) seen.add(target)
    return from !== to && seen.has(to)
  }
}
