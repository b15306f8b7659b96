import type { TLShapeId, VecLike } from 'tldraw'
import { journeyPhases } from '../journey/journeyPhases.ts'
import { PlacingTool } from '../tool/PlacingTool.ts'
import { containerAt, placeNew } from '../tool/placeNew.ts'
import { addPhaseAt } from './editPhases.ts'

/** Makes a column in the journey that is pressed, at the nearest border of its columns; what stands right of it moves along. */
export class PhaseTool extends PlacingTool {
  static override readonly id = 'phase'
  override readonly shapeType = 'phase'

  protected override place(point: VecLike): TLShapeId | null {
    const { editor } = this
    const journey = containerAt(editor, 'phase', point)
    if (journey?.type !== 'journey') return placeNew(editor, 'phase', point)
    const { x } = editor.getPointInShapeSpace(journey, point)
    const before = journeyPhases(editor, journey.id).filter((column) => column.x + column.w / 2 < x).length
    return addPhaseAt(editor, journey.id, before)
  }
}
