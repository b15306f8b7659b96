import type { ShapeId } from '../ids/recordId.ts'

/**
 * What the places of cards mean, without a single coordinate: the journeys with their columns and steps, and where the other
 * cards stand. Everything that is derived from place goes by way of this, so a card that moves inside its cell changes
 * nothing. All that it names is on the board.
 */
export interface BoardOutline {
  /** By page, then from top to bottom, then from left to right. */
  readonly journeys: readonly JourneyOutline[]
  /**
   * Pain points, cards and ideas, and steps that are none of the person in a journey: those in journeys first, in the order of the journeys, then those elsewhere; each
   * in reading order, left to right and then top to bottom.
   */
  readonly cards: readonly PlacedCard[]
  /** Curves by id: one spans the whole journey, so all there is to say is in which it stands. */
  readonly curves: readonly PlacedCurve[]
  /** In reading order. */
  readonly personaIds: readonly ShapeId[]
}

/** The parts of an outline, for telling which of them something reads. */
export type OutlinePart = keyof BoardOutline

/** One journey: columns, and its steps in the order in which the person goes through them. */
export interface JourneyOutline {
  readonly id: ShapeId
  /** From left to right. */
  readonly columns: readonly ColumnOutline[]
  /**
   * Every step over the whole journey, left to right and then top to bottom; also those that stand in no column. What stands
   * in a lane of the organisation (frontstage, backstage, support) is no step of the person: it is among the other cards.
   */
  readonly stepIds: readonly ShapeId[]
}

/** One phase of a journey and its steps, in their order. */
export interface ColumnOutline {
  readonly phaseId: ShapeId
  readonly stepIds: readonly ShapeId[]
}

/** Where a card that is no step stands. */
export interface PlacedCard {
  readonly id: ShapeId
  /** null = in no journey, nor near one. */
  readonly journeyId: ShapeId | null
  /** null = in no column, nor near one. */
  readonly phaseId: ShapeId | null
  /** The one step of that column that it stands under or above (actions.md D3.2, aligned): a guess, never told where a link says otherwise. */
  readonly stepId: ShapeId | null
}

/** In which journey a curve stands; null = in none. */
export interface PlacedCurve {
  readonly id: ShapeId
  readonly journeyId: ShapeId | null
}

/** The journey of this id, or null when there is none. */
export function journeyOf({ journeys }: Pick<BoardOutline, 'journeys'>, id: ShapeId): JourneyOutline | null {
  return journeys.find((journey) => journey.id === id) ?? null
}
