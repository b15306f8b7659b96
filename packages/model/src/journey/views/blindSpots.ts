import type { ShapeId } from '../../ids/recordId.ts'
import type { Waiting } from './Counted.ts'
import { journeyOf } from '../BoardOutline.ts'
import { waitingAt } from './Counted.ts'
import { defineView } from './View.ts'

/** What the organisation does not know (model.md B5). */
export interface BlindSpots {
  /** Steps that it does not see, in their order. */
  readonly stepIds: readonly ShapeId[]
  /** Of so many steps. */
  readonly steps: number
  /** What is waited at the unseen ones. */
  readonly waiting: Waiting
}

/** The steps of one journey that the responsible organisation does not see. */
export const blindSpots = defineView({
  name: 'blindSpots',
  reads: { outline: ['journeys'], links: false, fields: { touchpoint: ['seenByOrg', 'waitDays'] } },
  compute(board, journeyId: ShapeId): BlindSpots {
    const all = journeyOf(board.outline, journeyId)?.stepIds ?? []
    const stepIds = all.filter((id) => board.shapes.touchpoint.get(id)?.seenByOrg === false)
    return { stepIds, steps: all.length, waiting: waitingAt(board, stepIds) }
  },
})
