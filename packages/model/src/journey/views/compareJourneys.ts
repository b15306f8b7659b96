import type { ShapeId } from '../../ids/recordId.ts'
import type { PhaseKey } from '../../records/enumerations.ts'

/** One journey within one phase, or as a whole. */
export interface JourneyFigures {
  /** Columns counted; none = this journey has no such phase. */
  readonly phaseIds: readonly ShapeId[]
  readonly stepIds: readonly ShapeId[]
  readonly waitDays: number
  readonly letters: number
  /** Mean face of the clients, -2 … 2, not rounded; null = nobody was asked. */
  readonly meanFace: number | null
}

/** One phase of both journeys. */
export interface ComparedPhase {
  readonly key: PhaseKey
  readonly first: JourneyFigures
  readonly second: JourneyFigures
}

/** Two journeys by phase (model.md B5, compare). */
export interface JourneyComparison {
  /** In the order of the first journey, then those that only the second one has. Own phases go by their words. */
  readonly phases: readonly ComparedPhase[]
  /** Over the whole journeys, also steps that stand in no column. */
  readonly first: JourneyFigures
  readonly second: JourneyFigures
}
