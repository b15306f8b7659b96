import type { TLShapeId, VecLike } from 'tldraw'
import { journeyPhases } from '../journey/journeyPhases.ts'
import { PlacingTool } from '../tool/PlacingTool.ts'
import { containerAt, placeNew } from '../tool/placeNew.ts'

/** Makes a column at the end of the journey that is pressed; the journey gets wide enough for it. */
export class PhaseTool extends PlacingTool {
  static override readonly id = 'phase'
  override readonly shapeType = 'phase'

  protected override place(point: VecLike): TLShapeId | null {
    const { editor } = this
    const journey = containerAt(editor, 'phase', point)
    if (journey?.type !== 'journey') return placeNew(editor, 'phase', point)
    const columns = journeyPhases(editor, journey.id)
    const end = Math.max(0, ...columns.map(({ x, w }) => x + w))
    const id = placeNew(editor, 'phase', point, {
      order: this.nextOrder(columns.map((column) => column.id)),
      h: journey.props.lanesFrom,
    })
    const phase = id === null ? undefined : editor.getShape(id)
    if (id === null || phase?.type !== 'phase') return null
    editor.updateShapes([
      { id, type: 'phase', x: end, y: 0 },
      { id: journey.id, type: 'journey', props: { w: Math.max(journey.props.w, end + phase.props.w) } },
    ])
    return id
  }

  private nextOrder(ids: readonly TLShapeId[]): number {
    const orders = ids.map((id) => {
      const phase = this.editor.getShape(id)
      return phase?.type === 'phase' ? phase.props.order : 0
    })
    return Math.max(-1, ...orders) + 1
  }
}
