import type { ShapeId } from '../../ids/recordId.ts'
import type { JourneyKind } from '../../records/enumerations.ts'
import { defineView } from './View.ts'

/** One journey to choose. */
export interface ListedJourney {
  readonly id: ShapeId
  readonly kind: JourneyKind
  readonly steps: number
  /** Journeys on the board that are to be read beside it, whichever of the two says so. */
  readonly comparesWith: readonly ShapeId[]
}

/** The journeys of the board, as they lie: top to bottom, left to right. */
export const journeyList = defineView({
  name: 'journeyList',
  reads: { outline: ['journeys'], links: false, fields: { journey: ['kind', 'comparesWith'] } },
  compute(board): readonly ListedJourney[] {
    const { journeys } = board.outline
    const named = (id: ShapeId): readonly ShapeId[] => board.shapes.journey.get(id)?.comparesWith ?? []
    return journeys.flatMap(({ id, stepIds }): ListedJourney[] => {
      const journey = board.shapes.journey.get(id)
      if (journey === null) return []
      const beside = journeys.filter(
        (other) => other.id !== id && (named(id).includes(other.id) || named(other.id).includes(id)),
      )
      return [{ id, kind: journey.kind, steps: stepIds.length, comparesWith: beside.map((other) => other.id) }]
    })
  },
})
