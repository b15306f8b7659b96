import type { ShapeId } from '../../ids/recordId.ts'
import type { LaneKey } from '../../records/enumerations.ts'
import { MapGrid } from './MapGrid.ts'
import { centreX, centreY } from './mapMeasures.ts'
import type { MapState } from './MapState.ts'

/**
 * Makes room at `from`, or takes it away when `by` is negative: phases that start there or later, and everything whose centre lies
 * there or farther, move by `by` pixels; curves that run over it and the map itself get as much wider.
 */
export function shiftRight(state: MapState, from: number, by: number): MapState {
  if (by === 0) return state
  return {
    ...state,
    w: Math.max(0, state.w + by),
    phases: state.phases.map((phase) => (phase.x >= from ? { ...phase, x: phase.x + by } : phase)),
    cards: state.cards.map((card) => (centreX(card) >= from ? { ...card, x: card.x + by } : card)),
    curves: state.curves.map((curve) => {
      if (curve.x >= from) return { ...curve, x: curve.x + by }
      return curve.x + curve.w >= from ? { ...curve, w: Math.max(0, curve.w + by) } : curve
    }),
  }
}

/** Makes room below `from`: everything whose centre lies there or lower moves down by `by` pixels, and the map gets as much higher. */
function shiftDown(state: MapState, from: number, by: number): MapState {
  if (by === 0) return state
  return {
    ...state,
    h: state.h + by,
    cards: state.cards.map((card) => (centreY(card) >= from ? { ...card, y: card.y + by } : card)),
    curves: state.curves.map((curve) => (centreY(curve) >= from ? { ...curve, y: curve.y + by } : curve)),
  }
}

/** A phase gets wide enough to reach `right`; it never gets narrower. What stands right of it moves along. */
export function widenTo(state: MapState, phaseId: ShapeId, right: number): MapState {
  const phase = state.phases.find(({ id }) => id === phaseId)
  if (phase === undefined) return state
  const end = phase.x + phase.w
  const by = Math.ceil(right - end)
  if (by <= 0) return state
  const wider = shiftRight(state, end, by)
  return {
    ...wider,
    w: Math.max(wider.w, end + by),
    phases: wider.phases.map((each) => (each.id === phaseId ? { ...each, x: phase.x, w: phase.w + by } : each)),
  }
}

/** Highest that a lane is stored, in board pixels (records/journey.ts). */
const LANE_MAX_HEIGHT = 10_000

/** A lane gets high enough to reach `bottom`, as far as a lane may; it never gets lower. What stands below it moves along. */
export function heightenTo(state: MapState, laneKey: LaneKey, bottom: number): MapState {
  const band = new MapGrid(state).band(laneKey)
  if (band === null) return state
  const by = Math.min(Math.ceil(bottom - band.bottom), LANE_MAX_HEIGHT - (band.bottom - band.top))
  if (by <= 0) return state
  const at = state.lanes.findIndex(({ key }) => key === laneKey)
  const higher = shiftDown(state, band.bottom, by)
  return { ...higher, lanes: higher.lanes.map((lane, index) => (index === at ? { ...lane, h: lane.h + by } : lane)) }
}

/**
 * Moves phases apart that overlap, from left to right, each with everything that stands in it. They come to overlap when two people
 * widen two phases at the same moment; who edits the map next repairs it.
 */
export function separated(state: MapState): MapState {
  let result = state
  for (let at = 0; at + 1 < state.phases.length; at++) {
    const { columns } = new MapGrid(result)
    const [column, next] = [columns[at], columns[at + 1]]
    if (column === undefined || next === undefined || next.left >= column.right) continue
    result = pushed(result, at + 1, Math.ceil(column.right - next.left))
  }
  return result
}

/** Moves the columns from this one on, with what stands in them and right of them. */
function pushed(state: MapState, from: number, by: number): MapState {
  const grid = new MapGrid(state)
  const moving = new Set(grid.columns.slice(from).map(({ phase }) => phase.id))
  const start = grid.columns[from]?.left ?? 0
  return {
    ...state,
    w: state.w + by,
    phases: state.phases.map((phase) => (moving.has(phase.id) ? { ...phase, x: phase.x + by } : phase)),
    cards: state.cards.map((card) => {
      const column = grid.columnAt(centreX(card))
      const moves = column === null ? centreX(card) >= start : moving.has(column.phase.id)
      return moves ? { ...card, x: card.x + by } : card
    }),
    curves: state.curves.map((curve) =>
      curve.x < start && curve.x + curve.w >= start ? { ...curve, w: curve.w + by } : curve,
    ),
  }
}
