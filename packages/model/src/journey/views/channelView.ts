import type { ShapeId } from '../../ids/recordId.ts'
import type { Channel } from '../../records/enumerations.ts'

/** Steps that use a channel. */
export interface UsedChannel {
  readonly channel: Channel
  readonly stepIds: readonly ShapeId[]
}

/** A channel that a persona prefers in a phase. */
export interface PreferredChannel {
  readonly personaId: ShapeId
  readonly channel: Channel
  /** 1 = most of all. */
  readonly rank: number
}

/** Used against wanted, in one column. */
export interface PhaseChannels {
  /** null = steps that stand in no column. */
  readonly phaseId: ShapeId | null
  /** In the order of first use; waiting and thinking are no channel. */
  readonly used: readonly UsedChannel[]
  /** By persona, then by rank. */
  readonly preferred: readonly PreferredChannel[]
}

/** A step that uses a channel people do not want. */
export interface UnwantedChannel {
  readonly stepId: ShapeId
  readonly channel: Channel
  /** What is wanted instead, best first. */
  readonly wanted: readonly Channel[]
  /** `step`: said at the step itself; `persona`: not among what a persona prefers in this phase. */
  readonly by: 'step' | 'persona'
  /** Personas who prefer otherwise; empty when the step itself says so. */
  readonly personaIds: readonly ShapeId[]
}

/** Which step uses a channel that people do not want? (model.md B5) */
export interface ChannelView {
  /** From left to right. */
  readonly phases: readonly PhaseChannels[]
  /** In the order of the journey. */
  readonly unwanted: readonly UnwantedChannel[]
}
