import type { ShapeId } from '../../ids/recordId.ts'
import { journeyOf } from '../BoardOutline.ts'
import { curveGaps, gapsBySize, namedGaps, type StepGap } from '../curveGaps.ts'
import { curveFields, curvesOf } from './faces.ts'
import { defineView } from './View.ts'

/** One step of the journey of which both sides gave a face. */
export type Gap = StepGap<ShapeId>

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
  reads: { outline: ['journeys', 'curves'], links: false, fields: { curve: curveFields, journey: [] } },
  compute(board, journeyId: ShapeId): GapView {
    const journey = journeyOf(board.outline, journeyId)
    if (journey === null) return { gaps: [], named: [], judgedLower: [] }
    const curves = curvesOf(board, journeyId)
    const inOrder = curveGaps(curves, journey.stepIds)
    return {
      gaps: gapsBySize(inOrder),
      named: namedGaps(inOrder),
      judgedLower: inOrder.filter(({ gap }) => gap < 0).map(({ stepId }) => stepId),
    }
  },
})
