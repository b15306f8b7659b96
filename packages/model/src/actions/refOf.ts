import { labelOf } from '../journey/label.ts'
import type { BoardShape } from '../records/recordKinds.ts'
import type { Ref, Via } from './improvementAction.ts'

/** A shape as an action refers to it. */
export function refOf(shape: BoardShape, via: Via): Ref {
  return { id: shape.id, label: labelOf(shape), via }
}
