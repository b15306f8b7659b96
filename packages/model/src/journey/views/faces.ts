import type { ShapeId } from '../../ids/recordId.ts'
import type { Voice } from '../../records/enumerations.ts'
import type { JourneyOutline, PlacedCurve } from '../BoardOutline.ts'
import { sideOf } from '../voices.ts'
import type { ShapesOf } from '../LiveBoard.ts'

/** Fields of a curve that faces are read from. */
export const curveFields = ['journeyId', 'voice', 'points', 'status'] as const

/** What of a board is needed to find the curves of a journey. */
interface CurveBoard {
  readonly outline: { readonly curves: readonly PlacedCurve[] }
  readonly shapes: { readonly curve: ShapesOf<SeenCurve>; readonly journey: ShapesOf<object> }
}

/** A curve, as far as faces go. */
export interface SeenCurve {
  readonly id: ShapeId
  readonly journeyId: ShapeId | null
  readonly voice: Voice
  readonly points: Readonly<Record<ShapeId, number>>
  readonly status: 'draft' | 'shown'
}

/**
 * The curves of a journey that are shown, in the order of ids: those that name it, and those that name none but stand in it.
 * A draft counts for nothing yet.
 */
export function curvesOf(board: CurveBoard, journeyId: ShapeId): readonly SeenCurve[] {
  const standing = new Map(board.outline.curves.map(({ id, journeyId: of }) => [id, of]))
  return board.shapes.curve.all().filter((curve) => {
    if (curve.status !== 'shown') return false
    const named = curve.journeyId !== null && board.shapes.journey.get(curve.journeyId) !== null
    return (named ? curve.journeyId : standing.get(curve.id)) === journeyId
  })
}

/** Step -> mean face of these curves, -2 … 2, only of the journey's own steps and only where somebody was asked. */
export function meanFaces(curves: readonly SeenCurve[], { stepIds }: JourneyOutline): ReadonlyMap<ShapeId, number> {
  const faces = new Map<ShapeId, number>()
  for (const id of stepIds) {
    const points = curves.flatMap(({ points: of }) => of[id] ?? [])
    const mean = meanOf(points)
    if (mean !== null) faces.set(id, mean)
  }
  return faces
}

/** Of these curves, those of one side. */
export function ofSide(curves: readonly SeenCurve[], side: 'client' | 'staff'): readonly SeenCurve[] {
  return curves.filter(({ voice }) => sideOf(voice) === side)
}

/** null when there is nothing to take a mean of. Not rounded. */
export function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}
