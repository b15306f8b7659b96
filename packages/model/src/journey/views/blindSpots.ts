import type { ShapeId } from '../../ids/recordId.ts'
import type { Waiting } from './Counted.ts'

/** What the organisation does not know (model.md B5). */
export interface BlindSpots {
  /** Steps that it does not see, in their order. */
  readonly stepIds: readonly ShapeId[]
  /** Of so many steps. */
  readonly steps: number
  /** What is waited at the unseen ones. */
  readonly waiting: Waiting
}
