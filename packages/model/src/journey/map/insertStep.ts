import type { ShapeId } from '../../ids/recordId.ts'
import { separated } from './growing.ts'
import { MapGrid } from './MapGrid.ts'
import { MAP_GAP, STEP_LANE } from './mapMeasures.ts'
import type { MapCard, MapState } from './MapState.ts'
import { groupsOf, headsOf } from './StepGroup.ts'
import { flowing, inOrder, placedGroup, settled } from './tidySteps.ts'

/** Where a step comes between others: in this phase, before the one of this number; the number of steps = after the last. */
export interface StepPlace {
  readonly phaseId: ShapeId
  readonly before: number
}

/**
 * Puts a new step between two others. It takes a free place before the next one, else the rest of the phase moves to the right with
 * everything that hangs below it, and the phases behind it with it. The new step is among the cards of the result.
 *
 * Returns null when the map has no lane of steps, or the phase is gone.
 */
export function insertStep(
  state: MapState,
  { phaseId, before }: StepPlace,
  { id, w, h }: Pick<MapCard, 'id' | 'w' | 'h'>,
): MapState | null {
  const apart = separated(state)
  const grid = new MapGrid(apart)
  const [column, band] = [grid.column(phaseId), grid.band(STEP_LANE)]
  if (column === null || band === null) return null
  const groups = inOrder(groupsOf(grid, column, new Set())).map((group) => placedGroup(group, column))
  const heads = headsOf(grid, column)
  const next = heads[before]
  const last = heads.at(-1)
  const at =
    next === undefined
      ? groups.findIndex(({ group }) => group.head !== null && group.head.id === last?.id) + 1
      : groups.findIndex(({ group }) => group.head?.id === next.id)
  const free = at === 0 ? 0 : (flowing(groups.slice(0, at)).at(-1) ?? 0) + (groups[at - 1]?.span ?? 1)
  const step: MapCard = {
    id,
    role: 'card',
    laneKey: STEP_LANE,
    x: column.left + MAP_GAP,
    y: band.top + MAP_GAP,
    w,
    h,
    belongsTo: [],
  }
  const made = placedGroup({ head: step, x: step.x, members: [], right: step.x + w }, column)
  const placed = [...groups.slice(0, at), { ...made, wanted: free }, ...groups.slice(at)]
  return settled({ ...apart, cards: [...apart.cards, step] }, column, placed, flowing(placed))
}
