import type { ShapeId } from '../../ids/recordId.ts'
import type { LaneKey } from '../../records/enumerations.ts'
import type { Lane } from '../../records/journey.ts'

/** A column of the map: from `x` (in it) to `x + w` (not in it), in board pixels from the start of the journey. */
export interface MapPhase {
  readonly id: ShapeId
  readonly x: number
  readonly w: number
  readonly order: number
}

/**
 * Something that stands on the map beside phases and curves: place and size in board pixels from the corner of the journey.
 *
 * A `card` is tidied in the cell that holds its centre. A `free` one is a card that somebody placed freely: it stays there, and
 * the others leave its place to it. What is `loose` (the canvas's own notes and drawings, frames, groups) is not looked at. All
 * three move along with their column and lane.
 */
export interface MapCard {
  readonly id: ShapeId
  readonly role: 'card' | 'free' | 'loose'
  /** The lane in which one looks for its kind; null for what no lane is for. */
  readonly laneKey: LaneKey | null
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** What it belongs to (`belongs_to`), in no order. One may be gone or stand elsewhere. */
  readonly belongsTo: readonly ShapeId[]
}

/** A curve in its lane, as wide as the map; place and size like a card's. */
export interface MapCurve {
  readonly id: ShapeId
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/**
 * The geometry of one journey as plain values: all that editing a map reads. Everything is relative to the journey's corner, so
 * moving the journey changes none of it. Lists are in no order that means anything.
 */
export interface MapState {
  readonly w: number
  readonly h: number
  /** Top to bottom. */
  readonly lanes: readonly Lane[]
  /** Where the first lane starts. */
  readonly lanesFrom: number
  readonly phases: readonly MapPhase[]
  readonly cards: readonly MapCard[]
  readonly curves: readonly MapCurve[]
}
