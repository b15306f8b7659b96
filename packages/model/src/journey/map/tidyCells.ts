import type { ShapeId } from '../../ids/recordId.ts'
import { isTidiedLane, MapGrid, type MapCell } from './MapGrid.ts'
import { STEP_LANE } from './mapMeasures.ts'
import type { MapState } from './MapState.ts'
import { tidySteps } from './tidySteps.ts'
import { tidyStack } from './tidyStack.ts'

const NOBODY: ReadonlySet<ShapeId> = new Set()

/**
 * Tidies these cells: steps first, because the cards of other lanes stand below them. Phases may not overlap (`separated`). Cells of a
 * folded lane are left as they are: it must not grow.
 *
 * @param arriving what was just put down, and what came along with it
 */
export function tidyCells(
  state: MapState,
  cells: readonly MapCell[],
  arriving: ReadonlySet<ShapeId> = NOBODY,
): MapState {
  const bands = new MapGrid(state).bands
  const open = cells.filter(({ laneKey }) => bands.find(({ key }) => key === laneKey)?.folded !== true)
  let result = state
  for (const { phaseId } of distinct(open.filter(({ laneKey }) => laneKey === STEP_LANE))) {
    result = tidySteps(result, phaseId, arriving)
  }
  for (const cell of distinct(open.filter(({ laneKey }) => laneKey !== STEP_LANE))) {
    if (isTidiedLane(cell.laneKey)) result = tidyStack(result, cell)
  }
  return result
}

function distinct(cells: readonly MapCell[]): readonly MapCell[] {
  return [...new Map(cells.map((cell) => [`${cell.phaseId} ${cell.laneKey}`, cell])).values()]
}
