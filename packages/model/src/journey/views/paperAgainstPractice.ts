import type { ShapeId } from '../../ids/recordId.ts'
import type { Channel } from '../../records/enumerations.ts'

/** A step on paper and the steps that it was in practice. */
export interface StepMatch {
  readonly paperStepId: ShapeId
  /** At least one, in the order of the lived journey. */
  readonly livedStepIds: readonly ShapeId[]
  /** `sameAs`: somebody said so; `alike`: same phase, and words that are alike. */
  readonly by: 'sameAs' | 'alike'
}

/** A match whose waiting is not the same. null = not asked. */
export interface OtherWaiting {
  readonly paperStepId: ShapeId
  readonly livedStepIds: readonly ShapeId[]
  readonly paperDays: number | null
  /** Of all the lived steps together. */
  readonly livedDays: number | null
  /** Lived minus paper, what was not asked taken as 0. Never 0. */
  readonly difference: number
}

/** A match in which another channel is used than on paper. */
export interface OtherChannel {
  readonly paperStepId: ShapeId
  readonly livedStepId: ShapeId
  readonly paper: Channel
  readonly lived: Channel
}

/** The shadow journey held against the lived one (systems.md A1 3 and 26). */
export interface PaperAgainstPractice {
  /** In the order of the paper journey. */
  readonly matches: readonly StepMatch[]
  /** On paper, and not lived. */
  readonly missing: readonly ShapeId[]
  /** Lived, and not on paper. */
  readonly added: readonly ShapeId[]
  /** Matches that come at another moment than on paper: as few as possible, the others stand in the same order. */
  readonly otherOrder: readonly StepMatch[]
  readonly otherWaiting: readonly OtherWaiting[]
  readonly otherChannel: readonly OtherChannel[]
  /** Days of waiting in the whole journey. */
  readonly paperDays: number
  readonly livedDays: number
}
