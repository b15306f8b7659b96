import type { ShapeId } from '../../ids/recordId.ts'
import { isTidiedLane, type MapCell } from './MapGrid.ts'
import { STEP_LANE } from './mapMeasures.ts'
import type { MapState } from './MapState.ts'
import { tidySteps } from './tidySteps.ts'
import { tidyStack } from './tidyStack.ts'

const NOBODY: ReadonlySet<ShapeId> = new Set()

/**
 * Tidies these cells: steps first, because the cards of other lanes stand below them. Phases may not overlap (`separated`).
 *
 * @param arriving what was just put down, and what came along with it
 */
export function tidyCells(
  state: MapState,
  cells: readonly MapCell[],
  arriving: ReadonlySet<ShapeId> = NOBODY,
): MapState {
  let result = state
  for (const { phaseId } of distinct(cells.filter(({ laneKey }) => laneKey === STEP_LANE))) {
    result = tidySteps(result, phaseId, arriving)
  }
  for (const cell of distinct(cells.filter(({ laneKey }) => laneKey !== STEP_LANE))) {
    if (isTidiedLane(cell.laneKey)) result = tidyStack(result, cell)
  }
  return result
}

function distinct(cells: readonly MapCell[]): readonly MapCell[] {
  return [...new Map(cells.map((cell) => [`${cell.phaseId} ${cell.laneKey}`, cell])).values()]
}
