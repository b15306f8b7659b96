import { PlacingTool } from '../tool/PlacingTool.ts'

/** Makes an idea. */
export class IdeaTool extends PlacingTool {
  static override readonly id = 'idea'
  override readonly shapeType = 'idea'
}
