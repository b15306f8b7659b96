import { PlacingTool } from '../tool/PlacingTool.ts'

/** Makes an organisation or group. */
export class ActorTool extends PlacingTool {
  static override readonly id = 'actor'
  override readonly shapeType = 'actor'
}
