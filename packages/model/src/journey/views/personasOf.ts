import type { ShapeId } from '../../ids/recordId.ts'
import type { ShapeType } from '../../records/recordKinds.ts'
import type { ShapesOf } from '../LiveBoard.ts'

/** What of a board is needed to see whose journey it is. */
interface PersonaBoard {
  readonly shapes: {
    readonly journey: ShapesOf<{ readonly personaIds: readonly ShapeId[] }>
    readonly persona: ShapesOf<object>
  }
  linkedIds(id: ShapeId, type: ShapeType): readonly ShapeId[]
}

/** Personas whose journey it is: those that it names, then those that an arrow ties to it (model.md B4). */
export function personasOf(board: PersonaBoard, journeyId: ShapeId): readonly ShapeId[] {
  const journey = board.shapes.journey.get(journeyId)
  if (journey === null) return []
  const ids = new Set([...journey.personaIds, ...board.linkedIds(journeyId, 'persona')])
  return [...ids].filter((id) => board.shapes.persona.get(id) !== null)
}
