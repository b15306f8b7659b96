import { PlacingTool } from '../tool/PlacingTool.ts'

/** Makes a pain point. */
export class PainPointTool extends PlacingTool {
  static override readonly id = 'pain-point'
  override readonly shapeType = 'pain-point'
}
