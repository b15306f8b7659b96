import type { ShapeId } from '../../ids/recordId.ts'
import type { Handover } from '../../records/enumerations.ts'
import { journeyOf, type JourneyOutline } from '../BoardOutline.ts'
import { actorsAt } from './actorsAt.ts'
import { defineView } from './View.ts'
import type { ShapesOf } from '../LiveBoard.ts'

/** One place where the person passes from some organisations to others. */
export interface HandoverRow {
  readonly fromStepId: ShapeId
  readonly toStepId: ShapeId
  readonly fromActorIds: readonly ShapeId[]
  readonly toActorIds: readonly ShapeId[]
  /** Steps in between at which nobody takes part: waiting, thinking. */
  readonly betweenStepIds: readonly ShapeId[]
  /** How it was done, as marked on the first step; null = not asked. */
  readonly handover: Handover | null
}

/** Where a story can get lost (model.md B5), in the order of the journey. */
export type Handovers = readonly HandoverRow[]

/** The hand-overs of one journey. */
export const handovers = defineView({
  name: 'handovers',
  reads: { outline: ['journeys'], links: false, fields: { touchpoint: ['actorIds', 'handover'], actor: [] } },
  compute(board, journeyId: ShapeId): Handovers {
    const journey = journeyOf(board.outline, journeyId)
    return journey === null ? [] : handoversOf(board, journey)
  },
})

/** What of a board is needed to find the hand-overs of a journey. */
interface HandoverBoard {
  readonly shapes: {
    readonly touchpoint: ShapesOf<{ readonly actorIds: readonly ShapeId[]; readonly handover: Handover | null }>
    readonly actor: ShapesOf<object>
  }
}

/**
 * Two steps that follow each other and have no organisation in common. A step at which nobody takes part is passed over:
 * waiting and thinking hand nothing over, the story still has to get from the one who had it to the next.
 */
export function handoversOf(board: HandoverBoard, { stepIds }: JourneyOutline): HandoverRow[] {
  const found: HandoverRow[] = []
  let from: { readonly id: ShapeId; readonly actorIds: readonly ShapeId[] } | null = null
  let between: ShapeId[] = []
  for (const id of stepIds) {
    const actorIds = actorsAt(board, id)
    if (actorIds.length === 0) {
      between.push(id)
      continue
    }
    if (from !== null && !from.actorIds.some((actorId) => actorIds.includes(actorId))) {
      found.push({
        fromStepId: from.id,
        toStepId: id,
        fromActorIds: from.actorIds,
        toActorIds: actorIds,
        betweenStepIds: between,
        handover: board.shapes.touchpoint.get(from.id)?.handover ?? null,
      })
    }
    from = { id, actorIds }
    between = []
  }
  return found
}
