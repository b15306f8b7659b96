import type { ShapeId } from '../../ids/recordId.ts'
import type { Lane } from '../../records/journey.ts'
import type { MapCurve, MapPhase, MapState } from './MapState.ts'

/** A card that moves, in board pixels from the corner of the journey. */
export interface MapMove {
  readonly id: ShapeId
  readonly x: number
  readonly y: number
}

/** What one edit of a map changes: only what differs, each with its new values. All places and sizes are whole pixels. */
export interface MapChange {
  /** New size and lanes of the journey; null when they stay. */
  readonly journey: { readonly w: number; readonly h: number; readonly lanes: readonly Lane[] } | null
  readonly phases: readonly MapPhase[]
  readonly cards: readonly MapMove[]
  readonly curves: readonly MapCurve[]
}

/** Whether this change would write nothing. */
export function isNoChange({ journey, phases, cards, curves }: MapChange): boolean {
  return journey === null && phases.length === 0 && cards.length === 0 && curves.length === 0
}

/**
 * What has to be written to come from one state of a map to another. Things that are in one of both only are left out: making and
 * removing is not a matter of layout. What moves comes to stand on a whole pixel; what stays is not rounded.
 */
export function changeBetween(before: MapState, after: MapState): MapChange {
  return {
    journey: journeyChange(before, after),
    phases: differing(before.phases, after.phases, ['x', 'w', 'order']).map(({ id, x, w, order }) => ({
      id,
      x: Math.round(x),
      w: Math.round(w),
      order,
    })),
    cards: differing(before.cards, after.cards, ['x', 'y']).map(({ id, x, y }) => ({
      id,
      x: Math.round(x),
      y: Math.round(y),
    })),
    curves: differing(before.curves, after.curves, ['x', 'y', 'w', 'h']).map(({ id, x, y, w, h }) => ({
      id,
      x: Math.round(x),
      y: Math.round(y),
      w: Math.round(w),
      h: Math.round(h),
    })),
  }
}

function journeyChange(before: MapState, { w, h, lanes }: MapState): MapChange['journey'] {
  const same =
    w === before.w &&
    h === before.h &&
    lanes.length === before.lanes.length &&
    lanes.every((lane, at) => sameLane(lane, before.lanes[at]))
  if (same) return null
  return { w: Math.round(w), h: Math.round(h), lanes: lanes.map((lane) => ({ ...lane, h: Math.round(lane.h) })) }
}

function sameLane({ key, h, foldedFrom }: Lane, other: Lane | undefined): boolean {
  return key === other?.key && h === other.h && foldedFrom === other.foldedFrom
}

function differing<Item extends { readonly id: ShapeId }>(
  before: readonly Item[],
  after: readonly Item[],
  fields: readonly (keyof Item)[],
): Item[] {
  const old = new Map(before.map((item) => [item.id, item]))
  return after.filter((item) => {
    const was = old.get(item.id)
    return was !== undefined && fields.some((field) => was[field] !== item[field])
  })
}
