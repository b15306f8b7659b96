import { PlacingTool } from '../tool/PlacingTool.ts'

/** Makes a persona. */
export class PersonaTool extends PlacingTool {
  static override readonly id = 'persona'
  override readonly shapeType = 'persona'
}
