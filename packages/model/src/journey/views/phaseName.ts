import type { ShapeId } from '../../ids/recordId.ts'
import type { PhaseKey } from '../../records/enumerations.ts'
import type { JourneyOutline } from '../BoardOutline.ts'
import { collapsed } from '../label.ts'
import type { ShapesOf } from '../LiveBoard.ts'

/** What of a board is needed to tell which phases of two journeys are the same. */
interface PhaseBoard {
  readonly shapes: { readonly phase: ShapesOf<{ readonly key: PhaseKey; readonly title: string }> }
}

/** By what a phase is known in every journey: its key, and its words when the key says only that it is one of their own. */
export function phaseName(board: PhaseBoard, phaseId: ShapeId): string {
  const phase = board.shapes.phase.get(phaseId)
  if (phase === null) return ''
  return phase.key === 'custom' ? `custom ${collapsed(phase.title).toLowerCase()}` : phase.key
}

/** Step -> name of its phase; a step that stands in no column is not among them. */
export function phaseNamesOfSteps(board: PhaseBoard, { columns }: JourneyOutline): ReadonlyMap<ShapeId, string> {
  return new Map(
    columns.flatMap(({ phaseId, stepIds }) => {
      const name = phaseName(board, phaseId)
      return stepIds.map((id) => [id, name] as const)
    }),
  )
}
