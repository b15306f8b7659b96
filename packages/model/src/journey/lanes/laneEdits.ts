import type { ShapeId } from '../../ids/recordId.ts'
import type { LaneKey } from '../../records/enumerations.ts'
import type { Lane } from '../../records/journey.ts'
import { MapGrid } from '../map/MapGrid.ts'
import { centreY, CURVE_LANE, MAP_GAP, STEP_LANE } from '../map/mapMeasures.ts'
import type { MapState } from '../map/MapState.ts'
import { tidyCells } from '../map/tidyCells.ts'
import {
  CURVE_LANE_MIN_HEIGHT,
  FOLDED_LANE_HEIGHT,
  LANE_MAX_HEIGHT,
  LANE_MIN_HEIGHT,
  LANE_ORDER,
  NEW_CURVE_LANE_HEIGHT,
  NEW_LANE_HEIGHT,
  NEW_STEP_LANE_HEIGHT,
} from './laneMeasures.ts'
import { layLanes, type LaidLane } from './layLanes.ts'

/** Whether a lane is folded to a strip. */
export function isFolded({ foldedFrom }: Pick<Lane, 'foldedFrom'>): boolean {
  return foldedFrom !== undefined
}

/**
 * Hides a lane so that nothing is lost: an empty one goes, one with something in it is folded to a strip and keeps its content.
 * Of a lane that is there twice the upper one counts, here and below.
 */
export function hideLane(state: MapState, key: LaneKey): MapState {
  const at = placeOf(state, key)
  const lane = state.lanes[at]
  if (lane === undefined || isFolded(lane)) return state
  const laid = laidAsIs(state)
  if (contentOf(state, at) === 0) return layLanes(state, laid.toSpliced(at, 1))
  return layLanes(state, laid.with(at, { lane: { ...lane, h: FOLDED_LANE_HEIGHT, foldedFrom: lane.h }, was: at }))
}

/** Shows a lane: a folded one gets its height again and is tidied, one that is not there comes at its usual place. */
export function showLane(state: MapState, key: LaneKey): MapState {
  const at = placeOf(state, key)
  const lane = state.lanes[at]
  if (lane === undefined) return withLane(state, key)
  const { foldedFrom, ...open } = lane
  if (foldedFrom === undefined) return state
  const shown = layLanes(state, laidAsIs(state).with(at, { lane: { ...open, h: foldedFrom }, was: at }))
  return tidyCells(
    shown,
    shown.phases.map(({ id }) => ({ phaseId: id, laneKey: key })),
  )
}

/** Shows a lane when it is folded; one that is not on the map does not come there. */
export function openLane(state: MapState, key: LaneKey): MapState {
  return placeOf(state, key) < 0 ? state : showLane(state, key)
}

/** Shows the folded lanes in which these stand: who puts a card into one must not see it vanish. */
export function openLanesOf(state: MapState, ids: ReadonlySet<ShapeId>): MapState {
  const grid = new MapGrid(state)
  const keys = grid.bands
    .filter(({ folded }) => folded)
    .filter((band) => state.cards.some((card) => ids.has(card.id) && grid.bandAt(centreY(card)) === band))
    .map(({ key }) => key)
  return keys.reduce(showLane, state)
}

/** Puts a lane at this place among the lanes, from 0 at the top, with everything in it. */
export function moveLane(state: MapState, key: LaneKey, to: number): MapState {
  const at = placeOf(state, key)
  const laid = laidAsIs(state)
  const moving = laid[at]
  if (moving === undefined) return state
  const target = Math.max(0, Math.min(laid.length - 1, to))
  return target === at ? state : layLanes(state, laid.toSpliced(at, 1).toSpliced(target, 0, moving))
}

/** A lane gets this high, in pixels, but not lower than what stands in it; that stays where it is, the lanes below move along. */
export function resizeLane(state: MapState, key: LaneKey, height: number): MapState {
  const at = placeOf(state, key)
  const lane = state.lanes[at]
  if (lane === undefined || isFolded(lane)) return state
  const h = Math.min(LANE_MAX_HEIGHT, Math.max(Math.round(height), lowestLane(state, key)))
  return h === lane.h ? state : layLanes(state, laidAsIs(state).with(at, { lane: { ...lane, h }, was: at }))
}

/** Lowest that this lane may be, in whole pixels: what stands in it has room. */
export function lowestLane(state: MapState, key: LaneKey): number {
  const at = placeOf(state, key)
  const band = new MapGrid(state).bands[at]
  if (band === undefined) return LANE_MIN_HEIGHT
  const isIn = (thing: { readonly y: number; readonly h: number }): boolean =>
    centreY(thing) >= band.top && centreY(thing) < band.bottom
  const ends = state.cards.filter(isIn).map((card) => {
    // A drawing may reach over the line, as long as it stays in its lane.
    const end = card.role === 'loose' ? centreY(card) + 1 : card.y + card.h + MAP_GAP
    return Math.ceil(end - band.top)
  })
  return Math.max(state.curves.some(isIn) ? CURVE_LANE_MIN_HEIGHT : LANE_MIN_HEIGHT, ...ends)
}

/** How many things stand in the lane of this number: cards, drawings and curves. */
export function contentOf(state: MapState, at: number): number {
  const band = new MapGrid(state).bands[at]
  if (band === undefined) return 0
  return [...state.cards, ...state.curves].filter((thing) => {
    const middle = centreY(thing)
    return middle >= band.top && middle < band.bottom
  }).length
}

/** The map with a new lane behind the last one that usually comes before it, wherever that stands now. */
function withLane(state: MapState, key: LaneKey): MapState {
  const rank = LANE_ORDER.indexOf(key)
  const before = LANE_ORDER.slice(0, rank).findLast((each) => placeOf(state, each) >= 0)
  const at = before === undefined ? 0 : placeOf(state, before) + 1
  const h = key === STEP_LANE ? NEW_STEP_LANE_HEIGHT : key === CURVE_LANE ? NEW_CURVE_LANE_HEIGHT : NEW_LANE_HEIGHT
  return layLanes(state, laidAsIs(state).toSpliced(at, 0, { lane: { key, h }, was: null }))
}

function placeOf(state: MapState, key: LaneKey): number {
  return state.lanes.findIndex((lane) => lane.key === key)
}

function laidAsIs(state: MapState): LaidLane[] {
  return state.lanes.map((lane, was) => ({ lane, was }))
}
