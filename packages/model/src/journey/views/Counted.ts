import type { ShapeId } from '../../ids/recordId.ts'

/** A number with what was counted, so that a row can lead to its cards. */
export interface Counted {
  readonly count: number
  /** In the order of the journey. */
  readonly stepIds: readonly ShapeId[]
}

/** Days with the steps at which they were waited. */
export interface Waiting {
  readonly days: number
  /** Steps with a wait of more than 0 days, in the order of the journey. */
  readonly stepIds: readonly ShapeId[]
}
