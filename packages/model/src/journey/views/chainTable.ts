import type { ShapeId } from '../../ids/recordId.ts'

/** What one organisation has to do with a journey. */
export interface ChainRow {
  readonly actorId: ShapeId
  /** Steps that it takes part in, in their order. A step of two organisations counts for both. */
  readonly stepIds: readonly ShapeId[]
  /** Mean face of the clients at these steps, -2 … 2, not rounded; null = nobody was asked there. */
  readonly meanFace: number | null
  /** Pain points that it can change something about, in reading order. */
  readonly painPointIds: readonly ShapeId[]
  /** Days of waiting before or at its steps. */
  readonly waitDays: number
  /** How often the person comes to it from others, and goes from it to others. */
  readonly handoversIn: number
  readonly handoversOut: number
}

/** The chain behind a journey (model.md B5). */
export interface ChainTable {
  /** In the order in which the person meets them. Never by score: this is no list of who is to blame. */
  readonly rows: readonly ChainRow[]
  /** Steps with no organisation on the board, in their order. */
  readonly withoutActor: readonly ShapeId[]
}
