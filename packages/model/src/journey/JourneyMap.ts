import type { PageId } from '../ids/recordId.ts'
import type { Places, Point } from '../document/place.ts'
import type { LaneKey } from '../records/enumerations.ts'
import type { Journey } from '../records/journey.ts'
import type { Phase } from '../records/phase.ts'

/** How far outside a journey or a column a card may lie and still count as placed there, in pixels (actions.md D3.4). */
export const NEAR_EDGE_PX = 60

/** One phase as a column, in coordinates of the journey: `left` belongs to it, `right` does not. */
export interface Column {
  readonly phase: Phase
  readonly left: number
  readonly right: number
}

/** A column that holds a point, or the nearest one within `NEAR_EDGE_PX`. */
export interface ColumnHit {
  readonly column: Column
  readonly how: 'cell' | 'nearest'
}

/**
 * The geometry of one journey: phases as columns, lanes as bands, all half-open (actions.md D3.4). Points that come in are
 * page positions. The map reaches as far as its columns and lanes do, also when its own stored size is smaller.
 */
export class JourneyMap {
  readonly journey: Journey
  /** null = the journey stands on no page (its parent is gone). */
  readonly page: PageId | null
  /** From left to right; two that start at the same place by order, then by id. */
  readonly columns: readonly Column[]
  readonly width: number
  readonly height: number
  private readonly places: Places

  constructor(journey: Journey, phases: readonly Phase[], places: Places) {
    this.journey = journey
    this.places = places
    this.page = places.pageOf(journey)
    this.columns = phases
      .map((phase) => {
        const left = this.local(places.onPage(phase, { x: 0, y: 0 })).x
        return { phase, left, right: left + phase.geometry[3] }
      })
      .toSorted((a, b) => a.left - b.left || a.phase.order - b.phase.order || (a.phase.id < b.phase.id ? -1 : 1))
    const lanesEnd = journey.lanes.reduce((bottom, lane) => bottom + lane.h, journey.lanesFrom)
    this.width = Math.max(journey.geometry[3], ...this.columns.map(({ right }) => right))
    this.height = Math.max(journey.geometry[4], lanesEnd)
  }

  /** A page position in coordinates of this journey, without the dust of adding and subtracting parents. */
  local(point: Point): Point {
    const { x, y } = this.places.within(this.journey, point)
    return { x: withoutDust(x), y: withoutDust(y) }
  }

  /** Whether this page position lies on the journey. */
  holds(point: Point): boolean {
    const { x, y } = this.local(point)
    return x >= 0 && x < this.width && y >= 0 && y < this.height
  }

  /** From a page position to the nearest point of the journey, in pixels; 0 inside. */
  distanceTo(point: Point): number {
    return distanceToBox(this.local(point), 0, this.width, this.height)
  }

  /** The column at a page position. Where columns overlap or meet, the right-hand one. */
  columnAt(point: Point): ColumnHit | null {
    const local = this.local(point)
    let nearest: { column: Column; distance: number } | null = null
    let inside: Column | null = null
    for (const column of this.columns) {
      const { left, right } = column
      if (local.x >= left && local.x < right && local.y >= 0 && local.y < this.height) inside = column
      const distance = distanceToBox(local, left, right, this.height)
      if (distance <= NEAR_EDGE_PX && (nearest === null || distance <= nearest.distance)) nearest = { column, distance }
    }
    if (inside !== null) return { column: inside, how: 'cell' }
    return nearest === null ? null : { column: nearest.column, how: 'nearest' }
  }

  /** The lane that holds a page position; never a near one. */
  laneAt(point: Point): LaneKey | null {
    const { x, y } = this.local(point)
    if (x < 0 || x >= this.width || y < this.journey.lanesFrom) return null
    let bottom = this.journey.lanesFrom
    for (const lane of this.journey.lanes) {
      bottom += lane.h
      if (y < bottom) return lane.key
    }
    return null
  }
}

/**
 * Rounded to thousandths of a pixel, which are nobody's intention: what adding and taking away a journey's place leaves behind. A centre exactly on a
 * column line must stay on it (actions.md D5.3).
 */
export function withoutDust(pixels: number): number {
  return Math.round(pixels * 1000) / 1000
}

function distanceToBox({ x, y }: Point, left: number, right: number, bottom: number): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(-y, 0, y - bottom))
}
