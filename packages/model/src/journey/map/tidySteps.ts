import type { ShapeId } from '../../ids/recordId.ts'
import { heightenTo, widenTo } from './growing.ts'
import { MapGrid, slotAt, slotCount, slotX, type MapColumn } from './MapGrid.ts'
import { centreY, MAP_GAP, MAP_SLOT, STEP_LANE } from './mapMeasures.ts'
import type { MapCard, MapState } from './MapState.ts'
import { byPlace, groupsOf, type StepGroup } from './StepGroup.ts'

/** A group on its way to a place of its column. */
export interface PlacedGroup {
  readonly group: StepGroup
  /** The place it wants: the nearest one. */
  readonly wanted: number
  /** How many places it takes. */
  readonly span: number
}

/**
 * Lets the steps of a column stand side by side, each in a place of its own and in their order; what hangs below a step moves to
 * the side with it. A step stays in its place while nobody needs it. First the free places of the column are used, then it gets
 * wider.
 *
 * @param arriving what was just dropped in this column
 */
export function tidySteps(state: MapState, phaseId: ShapeId, arriving: ReadonlySet<ShapeId>): MapState {
  const grid = new MapGrid(state)
  const column = grid.column(phaseId)
  if (column === null || grid.band(STEP_LANE) === null) return state
  const groups = inOrder(adopted(groupsOf(grid, column, arriving), column, arriving))
  if (groups.every(({ head }) => head === null)) return state
  const placed = groups.map((group) => placedGroup(group, column))
  return settled(state, column, placed, fitting(placed, slotCount(column)))
}

/** A group with the place it wants. */
export function placedGroup(group: StepGroup, column: MapColumn): PlacedGroup {
  return {
    group,
    wanted: slotAt(column, group.x),
    span: Math.max(1, Math.ceil((group.right - group.x + MAP_GAP) / MAP_SLOT)),
  }
}

/** Groups from left to right. */
export function inOrder(groups: readonly StepGroup[]): StepGroup[] {
  return groups.toSorted((a, b) => {
    const [left, right] = [leaderOf(a), leaderOf(b)]
    return left === null || right === null ? a.x - b.x : byPlace(left, right)
  })
}

/** What decides about the order of a group. One without a head counts as a card of usual width in its place. */
function leaderOf({ head, x, members }: StepGroup): MapCard | null {
  const [first] = members
  if (head !== null) return head
  return first === undefined ? null : { ...first, x, w: MAP_SLOT - MAP_GAP }
}

/** A step that was dropped over cards that hang below none, and that brought nothing itself, takes them. */
function adopted(groups: readonly StepGroup[], column: MapColumn, arriving: ReadonlySet<ShapeId>): StepGroup[] {
  const result = [...groups]
  for (const group of groups) {
    const { head, members } = group
    if (head === null || !arriving.has(head.id) || members.length > 0) continue
    const at = result.findIndex(
      (other) =>
        other.head === null &&
        slotAt(column, other.x) === slotAt(column, head.x) &&
        other.members.every((card) => !overlapsInHeight(card, head)),
    )
    const under = result[at]
    if (under === undefined) continue
    result[at] = { ...under, head, right: Math.max(under.right, under.x + head.w) }
    result.splice(result.indexOf(group), 1)
  }
  return result
}

function overlapsInHeight(a: MapCard, b: MapCard): boolean {
  return a.y < b.y + b.h && b.y < a.y + a.h
}

/** The place of each group, in their order, without overlap: where it wants to be, else right of it, else in what is free on the left. */
export function fitting(groups: readonly PlacedGroup[], capacity: number): number[] {
  const places = flowing(groups)
  let end = places.reduce((last, place, at) => Math.max(last, place + (groups[at]?.span ?? 1)), 0)
  const total = groups.reduce((sum, { span }) => sum + span, 0)
  end = Math.max(Math.min(end, capacity), total)
  for (let at = groups.length - 1; at >= 0; at--) {
    const place = Math.min(places[at] ?? 0, end - (groups[at]?.span ?? 1))
    places[at] = place
    end = place
  }
  return places
}

/** The place of each group, in their order, without overlap: where it wants to be, else right of it. */
export function flowing(groups: readonly PlacedGroup[]): number[] {
  let end = 0
  return groups.map(({ wanted, span }) => {
    const place = Math.max(wanted, end)
    end = place + span
    return place
  })
}

/** The map with these groups in these places of their column, wide and high enough for them. */
export function settled(
  state: MapState,
  column: MapColumn,
  groups: readonly PlacedGroup[],
  places: readonly number[],
): MapState {
  const band = new MapGrid(state).band(STEP_LANE)
  if (band === null) return state
  const moved = new Map<ShapeId, MapCard>()
  let [right, bottom] = [0, 0]
  for (const [at, { group }] of groups.entries()) {
    const x = slotX(column, places[at] ?? 0)
    const by = x - group.x
    for (const card of group.members) moved.set(card.id, { ...card, x: card.x + by })
    if (group.head !== null) {
      moved.set(group.head.id, { ...group.head, x, y: Math.round(band.top + MAP_GAP) })
      bottom = Math.max(bottom, Math.round(band.top + MAP_GAP) + group.head.h + MAP_GAP)
    }
    right = Math.max(right, group.right + by + MAP_GAP)
  }
  // What stands right of the column and below the lane makes room first: then nothing that moves is taken for part of it.
  const staying = { ...state, cards: state.cards.filter(({ id }) => !moved.has(id)) }
  const wider = widenTo(staying, column.phase.id, right)
  const higher = heightenTo(wider, STEP_LANE, bottom)
  const by = higher.h - wider.h
  const cardOf = new Map(higher.cards.map((card) => [card.id, card]))
  const heads = new Set(groups.flatMap(({ group }) => (group.head === null ? [] : [group.head.id])))
  return {
    ...higher,
    cards: state.cards.map((card) => {
      const own = moved.get(card.id)
      if (own === undefined) return cardOf.get(card.id) ?? card
      const isBelow = !heads.has(card.id) && centreY(card) >= band.bottom
      return isBelow ? { ...own, y: own.y + by } : own
    }),
  }
}
