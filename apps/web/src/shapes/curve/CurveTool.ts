import type { TLShapeId, VecLike } from 'tldraw'
import { PlacingTool } from '../tool/PlacingTool.ts'
import { placeCurve } from './placeCurve.ts'

/** Makes the line of one voice on a journey. */
export class CurveTool extends PlacingTool {
  static override readonly id = 'curve'
  override readonly shapeType = 'curve'

  protected override place(point: VecLike): TLShapeId | null {
    return placeCurve(this.editor, point)
  }
}
