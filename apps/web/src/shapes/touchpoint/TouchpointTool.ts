import { PlacingTool } from '../tool/PlacingTool.ts'

/** Makes a step. */
export class TouchpointTool extends PlacingTool {
  static override readonly id = 'touchpoint'
  override readonly shapeType = 'touchpoint'
}
