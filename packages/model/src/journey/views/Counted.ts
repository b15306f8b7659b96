import type { ShapeId } from '../../ids/recordId.ts'
import type { ShapesOf } from '../LiveBoard.ts'

/** A number with what was counted, so that a row can lead to its cards. */
export interface Counted {
  readonly count: number
  /** In the order of the journey. */
  readonly stepIds: readonly ShapeId[]
}

/** Days with the steps at which they were waited. */
export interface Waiting {
  readonly days: number
  /** Steps with a wait of more than 0 days, in the order of the journey. */
  readonly stepIds: readonly ShapeId[]
}

/** What is waited at these steps. */
export function waitingAt(
  board: { readonly shapes: { readonly touchpoint: ShapesOf<{ readonly waitDays: number | null }> } },
  stepIds: readonly ShapeId[],
): Waiting {
  const daysAt = (id: ShapeId): number => board.shapes.touchpoint.get(id)?.waitDays ?? 0
  return {
    days: stepIds.reduce((days, id) => days + daysAt(id), 0),
    stepIds: stepIds.filter((id) => daysAt(id) > 0),
  }
}
