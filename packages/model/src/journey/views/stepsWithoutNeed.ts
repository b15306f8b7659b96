import type { ShapeId } from '../../ids/recordId.ts'
import { journeyOf } from '../BoardOutline.ts'
import { defineView } from './View.ts'

/** "Voor wie doen we dit?" (systems.md A2 40): steps that no need is linked to, in their order. */
export interface StepsWithoutNeed {
  readonly stepIds: readonly ShapeId[]
  /** Of so many steps. */
  readonly steps: number
}

/** Steps of one journey without a need, neither bound to the step nor to a pain point that is bound to it. */
export const stepsWithoutNeed = defineView({
  name: 'stepsWithoutNeed',
  reads: { outline: ['journeys'], links: true, fields: { card: ['kind'] } },
  compute(board, journeyId: ShapeId): StepsWithoutNeed {
    const stepIds = journeyOf(board.outline, journeyId)?.stepIds ?? []
    const hasNeed = (stepId: ShapeId): boolean =>
      [stepId, ...board.linkedIds(stepId, 'pain-point')].some((id) =>
        board.linkedIds(id, 'card').some((cardId) => board.shapes.card.get(cardId)?.kind === 'need'),
      )
    return { stepIds: stepIds.filter((id) => !hasNeed(id)), steps: stepIds.length }
  },
})
