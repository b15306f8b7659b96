import type { ShapeId } from '../../ids/recordId.ts'
import { journeyOf, type JourneyOutline, type PlacedCard } from '../BoardOutline.ts'
import { actorsAt, livingActors } from './actorsAt.ts'
import { curveFields, curvesOf, meanFaces, meanOf, ofSide } from './faces.ts'
import { handoversOf } from './handovers.ts'
import { defineView, type ViewBoard, type ViewReads } from './View.ts'

/** What one organisation has to do with a journey. */
export interface ChainRow {
  readonly actorId: ShapeId
  /** Steps that it takes part in, in their order. A step of two organisations counts for both. */
  readonly stepIds: readonly ShapeId[]
  /** Mean face of the clients at these steps, -2 … 2, not rounded; null = nobody was asked there. */
  readonly meanFace: number | null
  /** Pain points that it can change something about, in reading order. */
  readonly painPointIds: readonly ShapeId[]
  /** Days of waiting before or at its steps. */
  readonly waitDays: number
  /** How often the person comes to it from others, and goes from it to others. */
  readonly handoversIn: number
  readonly handoversOut: number
}

/** The chain behind a journey (model.md B5). */
export interface ChainTable {
  /** In the order in which the person meets them. Never by score: this is no list of who is to blame. */
  readonly rows: readonly ChainRow[]
  /** Steps with no organisation on the board, in their order. */
  readonly withoutActor: readonly ShapeId[]
}

const reads = {
  outline: ['journeys', 'cards', 'curves'],
  links: true,
  fields: {
    touchpoint: ['actorIds', 'waitDays', 'handover'],
    actor: [],
    curve: curveFields,
    journey: [],
    'pain-point': ['actorIds'],
  },
} as const satisfies ViewReads

/** Who takes part in one journey, and with what. */
export const chainTable = defineView({
  name: 'chainTable',
  reads,
  compute(board, journeyId: ShapeId): ChainTable {
    const journey = journeyOf(board.outline, journeyId)
    if (journey === null) return { rows: [], withoutActor: [] }
    const actors = new Map(journey.stepIds.map((id) => [id, actorsAt(board, id)]))
    const faces = meanFaces(ofSide(curvesOf(board, journeyId), 'client'), journey)
    const passed = handoversOf(board, journey)
    const painPoints = painPointsByActor(board, journey)
    const stepsOf = (actorId: ShapeId) => journey.stepIds.filter((id) => actors.get(id)?.includes(actorId))
    return {
      rows: [...new Set([...actors.values()].flat())].map((actorId): ChainRow => {
        const stepIds = stepsOf(actorId)
        return {
          actorId,
          stepIds,
          meanFace: meanOf(stepIds.flatMap((id) => faces.get(id) ?? [])),
          painPointIds: painPoints.get(actorId) ?? [],
          waitDays: stepIds.reduce((days, id) => days + (board.shapes.touchpoint.get(id)?.waitDays ?? 0), 0),
          handoversIn: passed.filter(({ toActorIds }) => toActorIds.includes(actorId)).length,
          handoversOut: passed.filter(({ fromActorIds }) => fromActorIds.includes(actorId)).length,
        }
      }),
      withoutActor: journey.stepIds.filter((id) => actors.get(id)?.length === 0),
    }
  },
})

/**
 * Pain points of a journey by the organisation that they count for: whom the pain point itself names, because that says who
 * can change it; only when it names nobody, the organisations of the steps where it happens. Place alone would charge
 * whoever happens to be at a step, also when people said that it lies with another.
 */
function painPointsByActor(
  board: ViewBoard<typeof reads>,
  { id: journeyId, stepIds }: JourneyOutline,
): ReadonlyMap<ShapeId, readonly ShapeId[]> {
  const own = new Set(stepIds)
  const byActor = new Map<ShapeId, ShapeId[]>()
  for (const card of board.outline.cards) {
    const painPoint = board.shapes['pain-point'].get(card.id)
    if (painPoint === null) continue
    const steps = stepsOf(board, card)
    const ownSteps = steps.filter((id) => own.has(id))
    if (ownSteps.length === 0 && (steps.length > 0 || card.journeyId !== journeyId)) continue
    const named = livingActors(board, painPoint.actorIds)
    const actorIds = named.length > 0 ? named : new Set(ownSteps.flatMap((id) => actorsAt(board, id)))
    for (const actorId of actorIds) byActor.set(actorId, [...(byActor.get(actorId) ?? []), card.id])
  }
  return byActor
}

/** Where a pain point happens: the steps it is bound to, else the one that it stands under. */
function stepsOf(board: ViewBoard<typeof reads>, { id, stepId }: PlacedCard): readonly ShapeId[] {
  const bound = board.linkedIds(id, 'touchpoint')
  return bound.length > 0 || stepId === null ? bound : [stepId]
}
