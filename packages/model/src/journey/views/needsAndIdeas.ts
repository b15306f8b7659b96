import type { ShapeId } from '../../ids/recordId.ts'

/** What did we skip? (model.md B5). Everything in reading order, journey after journey. */
export interface NeedsAndIdeas {
  /** Needs that no idea answers. */
  readonly needsWithoutIdea: readonly ShapeId[]
  /** Ideas that answer no need. */
  readonly ideasWithoutNeed: readonly ShapeId[]
  /** Of so many needs and ideas; merged ideas count once, dropped ones not at all. */
  readonly needs: number
  readonly ideas: number
}
