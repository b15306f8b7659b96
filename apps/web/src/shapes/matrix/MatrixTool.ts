import { PlacingTool } from '../tool/PlacingTool.ts'

/** Makes an effort and impact board. */
export class MatrixTool extends PlacingTool {
  static override readonly id = 'matrix'
  override readonly shapeType = 'matrix'
}
