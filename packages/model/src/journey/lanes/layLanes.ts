import type { Lane } from '../../records/journey.ts'
import type { MapCurve, MapState } from '../map/MapState.ts'

/** A lane of the map to be, with the number of the lane that it was; null = it is new. */
export interface LaidLane {
  readonly lane: Lane
  readonly was: number | null
}

/** A band as it was or comes to be: `top` belongs to it, `top + h` does not. */
interface Band {
  readonly top: number
  readonly h: number
}

/**
 * The map with these lanes, and everything in its lane: what stood in one comes along with it, as far from its top as it was. In
 * a lane that folds or opens it keeps its share of the height, so that the order from top to bottom stays and every centre is
 * in the strip. A curve that filled its lane fills it again. What lies above all lanes stays; what lies below them moves along.
 *
 * A lane that is left out must be empty: what stands in it would stay where it is.
 */
export function layLanes(state: MapState, laid: readonly LaidLane[]): MapState {
  const before = bandsOf(
    state.lanes.map(({ h }) => h),
    state.lanesFrom,
  )
  const lanes = laid.map(({ lane }) => ({ ...lane, h: Math.round(lane.h) }))
  const after = bandsOf(
    lanes.map(({ h }) => h),
    state.lanesFrom,
  )
  const [endBefore, endAfter] = [endOf(before, state.lanesFrom), endOf(after, state.lanesFrom)]

  /** Where the middle of something of this height comes to stand. */
  const middleOf = (middle: number): { readonly y: number; readonly band: Band | null } => {
    const at = before.findIndex(({ top, h }) => middle >= top && middle < top + h)
    if (at < 0) return { y: middle >= endBefore ? middle + endAfter - endBefore : middle, band: null }
    const to = laid.findIndex(({ was }) => was === at)
    const [from, band] = [before[at], after[to]]
    if (from === undefined || band === undefined) return { y: middle, band: null }
    const folds = (state.lanes[at]?.foldedFrom === undefined) !== (laid[to]?.lane.foldedFrom === undefined)
    return { y: band.top + (middle - from.top) * (folds ? band.h / from.h : 1), band }
  }
  const moved = <Thing extends { readonly y: number; readonly h: number }>(thing: Thing): Thing => {
    const middle = thing.y + thing.h / 2
    const { y, band } = middleOf(middle)
    if (y === middle) return thing
    return { ...thing, y: wholeIn(y - thing.h / 2, thing.h, band) }
  }
  const movedCurve = (curve: MapCurve): MapCurve => {
    const from = before.find(({ top, h }) => Math.abs(curve.y - top) < 1 && Math.abs(curve.h - h) < 1)
    const band = from === undefined ? null : middleOf(from.top + from.h / 2).band
    return band === null ? moved(curve) : { ...curve, y: band.top, h: band.h }
  }
  return {
    ...state,
    h: Math.max(endAfter, Math.round(state.h + endAfter - endBefore)),
    lanes,
    cards: state.cards.map(moved),
    curves: state.curves.map(movedCurve),
  }
}

function bandsOf(heights: readonly number[], from: number): Band[] {
  let top = from
  return heights.map((h) => {
    const band = { top, h }
    top += h
    return band
  })
}

function endOf(bands: readonly Band[], from: number): number {
  const last = bands.at(-1)
  return last === undefined ? from : last.top + last.h
}

/** The place on a whole pixel; rounding moves no middle out of its band. */
function wholeIn(y: number, h: number, band: Band | null): number {
  const whole = Math.round(y)
  if (band === null) return whole
  if (whole + h / 2 < band.top) return Math.ceil(band.top - h / 2)
  const over = whole + h / 2 - (band.top + band.h)
  return over >= 0 ? whole - Math.floor(over) - 1 : whole
}
