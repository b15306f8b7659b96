import type { TLShapeId, VecLike } from 'tldraw'
import { PlacingTool } from '../tool/PlacingTool.ts'
import { placeJourney } from './placeJourney.ts'

/** Makes a journey with its phases and lanes. */
export class JourneyTool extends PlacingTool {
  static override readonly id = 'journey'
  override readonly shapeType = 'journey'

  protected override place(point: VecLike): TLShapeId | null {
    return placeJourney(this.editor, point)
  }
}
