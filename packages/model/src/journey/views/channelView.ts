import type { ShapeId } from '../../ids/recordId.ts'
import type { Channel, PhaseKey } from '../../records/enumerations.ts'
import { journeyOf, type JourneyOutline } from '../BoardOutline.ts'
import { personasOf } from './personasOf.ts'
import { defineView, type ViewBoard, type ViewReads } from './View.ts'

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

const reads = {
  outline: ['journeys'],
  links: true,
  fields: {
    touchpoint: ['channel', 'desiredChannel'],
    phase: ['key'],
    persona: ['channelPreferences'],
    journey: ['personaIds'],
  },
} as const satisfies ViewReads
type Board = ViewBoard<typeof reads>

/** The channels of one journey against what its personas prefer. */
export const channelView = defineView({
  name: 'channelView',
  reads,
  compute(board, journeyId: ShapeId): ChannelView {
    const journey = journeyOf(board.outline, journeyId)
    if (journey === null) return { phases: [], unwanted: [] }
    const personaIds = personasOf(board, journeyId)
    const phases = columnsOf(journey).map(({ phaseId, stepIds }): PhaseChannels => {
      const key = phaseId === null ? null : (board.shapes.phase.get(phaseId)?.key ?? null)
      return { phaseId, used: usedAt(board, stepIds), preferred: preferredIn(board, personaIds, key) }
    })
    const phaseOf = new Map(columnsOf(journey).flatMap(({ stepIds }, at) => stepIds.map((id) => [id, phases[at]])))
    return {
      phases,
      unwanted: journey.stepIds.flatMap((id) => unwantedAt(board, id, phaseOf.get(id)?.preferred ?? []) ?? []),
    }
  },
})

/** The columns, and at their end the steps that stand in none. */
function columnsOf({ columns, stepIds }: JourneyOutline): { phaseId: ShapeId | null; stepIds: readonly ShapeId[] }[] {
  const placed = new Set(columns.flatMap((column) => column.stepIds))
  const rest = stepIds.filter((id) => !placed.has(id))
  return rest.length === 0 ? [...columns] : [...columns, { phaseId: null, stepIds: rest }]
}

function usedAt(board: Board, stepIds: readonly ShapeId[]): UsedChannel[] {
  const used = new Map<Channel, ShapeId[]>()
  for (const id of stepIds) {
    const channel = board.shapes.touchpoint.get(id)?.channel ?? 'none'
    if (channel !== 'none') used.set(channel, [...(used.get(channel) ?? []), id])
  }
  return [...used].map(([channel, ids]) => ({ channel, stepIds: ids }))
}

/** A preference without a phase holds in every phase. */
function preferredIn(board: Board, personaIds: readonly ShapeId[], key: PhaseKey | null): PreferredChannel[] {
  return personaIds.flatMap((personaId) => {
    const all = board.shapes.persona.get(personaId)?.channelPreferences ?? []
    const here = all.filter(({ phase }) => phase === null || phase === key)
    return here
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ channel, rank }): PreferredChannel => ({ personaId, channel, rank }))
  })
}

/** What a step says of itself goes before what a persona prefers in general. */
function unwantedAt(board: Board, stepId: ShapeId, preferred: readonly PreferredChannel[]): UnwantedChannel | null {
  const step = board.shapes.touchpoint.get(stepId)
  if (step === null || step.channel === null) return null
  const { channel, desiredChannel } = step
  if (desiredChannel !== null) {
    const isWanted = desiredChannel === channel
    return isWanted ? null : { stepId, channel, wanted: [desiredChannel], by: 'step', personaIds: [] }
  }
  // Nobody offers those: waiting and thinking, and whom she knows herself.
  if (channel === 'none' || channel === 'via_network') return null
  const pleased = new Set(preferred.filter((each) => each.channel === channel).map(({ personaId }) => personaId))
  const others = preferred.filter(({ personaId }) => !pleased.has(personaId))
  if (others.length === 0) return null
  const wanted = new Set(others.toSorted((a, b) => a.rank - b.rank).map((each) => each.channel))
  const personaIds = new Set(others.map(({ personaId }) => personaId))
  return { stepId, channel, wanted: [...wanted], by: 'persona', personaIds: [...personaIds] }
}
