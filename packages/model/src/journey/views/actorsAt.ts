import type { ShapeId } from '../../ids/recordId.ts'
import type { ShapesOf } from '../LiveBoard.ts'

/** What of a board is needed to see who takes part in a step. */
interface ActorBoard {
  readonly shapes: {
    readonly touchpoint: ShapesOf<{ readonly actorIds: readonly ShapeId[] }>
    readonly actor: ShapesOf<object>
  }
}

/** The organisations of a step that are on the board, each once, in the order in which they were named. */
export function actorsAt(board: ActorBoard, stepId: ShapeId): readonly ShapeId[] {
  return livingActors(board, board.shapes.touchpoint.get(stepId)?.actorIds ?? [])
}

/** Of these, the ones that are on the board as an organisation, each once. */
export function livingActors(
  board: { readonly shapes: { readonly actor: ShapesOf<object> } },
  ids: readonly ShapeId[],
): ShapeId[] {
  return [...new Set(ids)].filter((id) => board.shapes.actor.get(id) !== null)
}
