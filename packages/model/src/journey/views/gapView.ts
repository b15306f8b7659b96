import type { ShapeId } from '../../ids/recordId.ts'
import { journeyOf } from '../BoardOutline.ts'
import { curveFields, curvesOf, meanFaces, ofSide } from './faces.ts'
import { defineView } from './View.ts'

/** How many of the largest gaps are named on the map. */
export const NAMED_GAPS = 3

/** One step of which both sides gave a face. */
export interface Gap {
  readonly stepId: ShapeId
  /** Mean of the clients, -2 … 2, not rounded. */
  readonly client: number
  /** Mean of the staff, -2 … 2, not rounded. */
  readonly staff: number
  /** Staff minus client, -4 … 4: above 0, staff thought it went better than it did. */
  readonly gap: number
}

/** Where we thought that it went well (model.md B5, gap view). */
export interface GapView {
  /** Every step with a face of both sides, the largest distance first, equal ones in the order of the journey. */
  readonly gaps: readonly Gap[]
  /** The largest ones, at most `NAMED_GAPS`; a step on which both agree is none. */
  readonly named: readonly Gap[]
  /** Steps that staff judged lower than the client did, in the order of the journey. */
  readonly judgedLower: readonly ShapeId[]
}

/** Staff minus client, step by step, of one journey. */
export const gapView = defineView({
  name: 'gapView',
  reads: { outline: ['journeys', 'cards'], links: false, fields: { curve: curveFields, journey: [] } },
  compute(board, journeyId: ShapeId): GapView {
    const journey = journeyOf(board.outline, journeyId)
    if (journey === null) return { gaps: [], named: [], judgedLower: [] }
    const curves = curvesOf(board, journeyId)
    const client = meanFaces(ofSide(curves, 'client'), journey)
    const staff = meanFaces(ofSide(curves, 'staff'), journey)
    const inOrder = journey.stepIds.flatMap((stepId): Gap[] => {
      const [ofClient, ofStaff] = [client.get(stepId), staff.get(stepId)]
      if (ofClient === undefined || ofStaff === undefined) return []
      return [{ stepId, client: ofClient, staff: ofStaff, gap: ofStaff - ofClient }]
    })
    const gaps = inOrder.toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
    return {
      gaps,
      named: gaps.filter(({ gap }) => gap !== 0).slice(0, NAMED_GAPS),
      judgedLower: inOrder.filter(({ gap }) => gap < 0).map(({ stepId }) => stepId),
    }
  },
})
