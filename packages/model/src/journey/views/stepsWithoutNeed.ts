import type { ShapeId } from '../../ids/recordId.ts'

/** "Voor wie doen we dit?" (systems.md A2 40): steps that no need is linked to, in their order. */
export interface StepsWithoutNeed {
  readonly stepIds: readonly ShapeId[]
  /** Of so many steps. */
  readonly steps: number
}
