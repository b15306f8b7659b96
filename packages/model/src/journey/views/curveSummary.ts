import type { ShapeId } from '../../ids/recordId.ts'
import { Voice } from '../../records/enumerations.ts'
import { journeyOf, type JourneyOutline } from '../BoardOutline.ts'
import { curveFields, curvesOf, meanFaces, meanOf, ofSide, type SeenCurve } from './faces.ts'
import { defineView } from './View.ts'

/** How a journey felt, in one line of numbers. */
export interface FaceSummary {
  /** Mean over the steps that have a face, -2 … 2, not rounded; null = nobody was asked. */
  readonly mean: number | null
  /** Steps with a face below 0, of exactly 0, and above 0. */
  readonly negative: number
  readonly neutral: number
  readonly positive: number
  /** Steps with the lowest face of all, in the order of the journey; none when every face is the same. */
  readonly lowest: { readonly face: number; readonly stepIds: readonly ShapeId[] } | null
  readonly highest: { readonly face: number; readonly stepIds: readonly ShapeId[] } | null
  /** Every column from left to right; `mean` is null where no step has a face. */
  readonly phases: readonly { readonly phaseId: ShapeId; readonly mean: number | null }[]
}

/** The summary of one curve: one voice is never averaged away. */
export interface CurveFaces extends FaceSummary {
  readonly curveId: ShapeId
  readonly voice: Voice
}

/** How a journey felt to each voice, and to the clients and the staff together. */
export interface CurveSummary {
  /** One a curve: clients first, by id within a voice. */
  readonly curves: readonly CurveFaces[]
  /** Mean of the clients' curves per step. */
  readonly client: FaceSummary
  /** Mean of the staff's curves per step. */
  readonly staff: FaceSummary
}

/** How one journey felt: a summary for every voice, and for clients and staff as a whole. */
export const curveSummary = defineView({
  name: 'curveSummary',
  reads: { outline: ['journeys', 'curves'], links: false, fields: { curve: curveFields, journey: [] } },
  compute(board, journeyId: ShapeId): CurveSummary {
    const journey = journeyOf(board.outline, journeyId) ?? { id: journeyId, columns: [], stepIds: [] }
    const curves = curvesOf(board, journeyId)
    const inOrder = Voice.options.flatMap((voice) => curves.filter((curve) => curve.voice === voice))
    return {
      curves: inOrder.map((curve) => ({ curveId: curve.id, voice: curve.voice, ...summaryOf([curve], journey) })),
      client: summaryOf(ofSide(curves, 'client'), journey),
      staff: summaryOf(ofSide(curves, 'staff'), journey),
    }
  },
})

function summaryOf(curves: readonly SeenCurve[], journey: JourneyOutline): FaceSummary {
  const faces = meanFaces(curves, journey)
  const all = [...faces.values()]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const at = (face: number) => ({ face, stepIds: journey.stepIds.filter((id) => faces.get(id) === face) })
  return {
    mean: meanOf(all),
    negative: all.filter((face) => face < 0).length,
    neutral: all.filter((face) => face === 0).length,
    positive: all.filter((face) => face > 0).length,
    lowest: least < most ? at(least) : null,
    highest: least < most ? at(most) : null,
    phases: journey.columns.map(({ phaseId, stepIds }) => ({
      phaseId,
      mean: meanOf(stepIds.flatMap((id) => faces.get(id) ?? [])),
    })),
  }
}
