import type { ShapeId } from '../../ids/recordId.ts'
import type { Handover } from '../../records/enumerations.ts'

/** One place where the person passes from some organisations to others. */
export interface HandoverRow {
  readonly fromStepId: ShapeId
  readonly toStepId: ShapeId
  readonly fromActorIds: readonly ShapeId[]
  readonly toActorIds: readonly ShapeId[]
  /** Steps in between at which nobody takes part: waiting, thinking. */
  readonly betweenStepIds: readonly ShapeId[]
  /** How it was done, as marked on the first step; null = not asked. */
  readonly handover: Handover | null
}

/** Where a story can get lost (model.md B5), in the order of the journey. */
export type Handovers = readonly HandoverRow[]
