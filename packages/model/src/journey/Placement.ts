import type { PageId, ShapeId } from '../ids/recordId.ts'
import type { Places, Point } from '../document/place.ts'
import type { Journey } from '../records/journey.ts'
import type { Phase } from '../records/phase.ts'
import type { BoardShape } from '../records/recordKinds.ts'
import { JourneyMap, NEAR_EDGE_PX } from './JourneyMap.ts'

/** Where a shape stands among the journeys. */
export interface Spot {
  readonly page: PageId | null
  /** Centre of the shape on its page. */
  readonly centre: Point
  readonly journey: JourneyMap | null
  readonly phase: Phase | null
  /** Outside, but near enough to count (actions.md D3.4, PLACED_NEAR_EDGE). */
  readonly nearEdge: boolean
}

/** Finds the journey and the column of shapes (actions.md D2 `journey`, D3.4, D5.7). Answers are kept: use it for one snapshot, or tell what changed. */
export class Placement {
  /** By id. */
  readonly journeys: readonly JourneyMap[]
  private readonly places: Places
  private readonly mapOf: ReadonlyMap<ShapeId, JourneyMap>
  private readonly spots = new Map<ShapeId, Spot>()

  /** @param shapes every shape of the snapshot, in an order that does not depend on how it was stored */
  constructor(places: Places, shapes: readonly BoardShape[]) {
    this.places = places
    const phasesOf = new Map<ShapeId, Phase[]>()
    for (const shape of shapes) {
      if (shape.type !== 'phase') continue
      const journey = places.ancestors(shape).find((each) => each.type === 'journey')
      if (journey !== undefined) phasesOf.set(journey.id, [...(phasesOf.get(journey.id) ?? []), shape])
    }
    this.journeys = shapes
      .filter((shape): shape is Journey => shape.type === 'journey')
      .map((journey) => new JourneyMap(journey, phasesOf.get(journey.id) ?? [], places))
    this.mapOf = new Map(this.journeys.map((map) => [map.journey.id, map]))
  }

  /** Lets go of what is known about a card that no other stands on, because its record changed. A journey or phase needs a new Placement. */
  forget(id: ShapeId): void {
    this.spots.delete(id)
    this.places.forget(id)
  }

  /** Where this shape stands. */
  spot(shape: BoardShape): Spot {
    const known = this.spots.get(shape.id)
    if (known !== undefined) return known
    const spot = this.findSpot(shape)
    this.spots.set(shape.id, spot)
    return spot
  }

  private findSpot(shape: BoardShape): Spot {
    const page = this.places.pageOf(shape)
    const centre = this.places.centre(shape)
    const parent = this.places.ancestors(shape).find((each) => each.type === 'journey')
    const around = (parent && this.mapOf.get(parent.id)) ?? this.smallestAround(centre, page)
    const journey = around ?? this.nearest(centre, page)
    const hit = journey?.columnAt(centre) ?? null
    return {
      page,
      centre,
      journey,
      phase: hit?.column.phase ?? null,
      nearEdge: hit?.how === 'nearest' || (around === null && journey !== null),
    }
  }

  private smallestAround(centre: Point, page: PageId | null): JourneyMap | null {
    let smallest: JourneyMap | null = null
    for (const map of this.journeys) {
      if (page === null || map.page !== page || !map.holds(centre)) continue
      if (smallest === null || map.width * map.height < smallest.width * smallest.height) smallest = map
    }
    return smallest
  }

  private nearest(centre: Point, page: PageId | null): JourneyMap | null {
    let nearest: { map: JourneyMap; distance: number } | null = null
    for (const map of this.journeys) {
      if (page === null || map.page !== page) continue
      const distance = map.distanceTo(centre)
      if (distance <= NEAR_EDGE_PX && (nearest === null || distance < nearest.distance)) nearest = { map, distance }
    }
    return nearest?.map ?? null
  }
}
