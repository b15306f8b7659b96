import type { ParticipantId } from '../ids/participantId.ts'
import type { ShapeId } from '../ids/recordId.ts'
import { voteGroupOfRole } from '../records/enumerations.ts'
import type { Vote, VoteRound } from '../api/votes.ts'
import type { Attendee, ImprovementAction, Warning } from './improvementAction.ts'
import type { Group } from './merge.ts'

/** Votes of an action, before it has a rank. */
export type Tally = Omit<ImprovementAction['priority'], 'rank'>

/**
 * The dots that count (actions.md D2 `priority.votes`): those of the last closed round on ideas. Dots of people who only tested
 * do not count, those of people who left do (D5.29). A round that is still open shows nothing of itself but that it is open.
 */
export class Ballot {
  /** On every action alike, so that an open round does not tell who has dots (actions.md D5.28). */
  readonly warnings: readonly Warning[]
  private readonly attendees: ReadonlyMap<ParticipantId, Attendee>
  private readonly maxPerTarget: number
  private readonly byTarget = new Map<ShapeId, Vote[]>()

  constructor(rounds: readonly VoteRound[], votes: readonly Vote[], attendees: ReadonlyMap<ParticipantId, Attendee>) {
    this.attendees = attendees
    const onIdeas = rounds.filter(({ target }) => target === 'idea')
    const last = onIdeas
      .filter(({ status }) => status === 'closed')
      .toSorted((a, b) => compare(a.closedAt ?? '', b.closedAt ?? '') || compare(a.id, b.id))
      .at(-1)
    const open = onIdeas.filter(({ status }) => status === 'open').map(({ id }) => id)
    this.warnings = open.length === 0 ? [] : [{ code: 'VOTES_OPEN', refs: open.sort() }]
    this.maxPerTarget = last?.maxPerTarget ?? 0
    for (const vote of votes) {
      if (vote.roundId !== last?.id || attendees.get(vote.participantId)?.test === true) continue
      this.byTarget.set(vote.targetId, [...(this.byTarget.get(vote.targetId) ?? []), vote])
    }
  }

  /** Dots on an action and on what was merged into it; of one person at most `maxPerTarget` together (actions.md D5.15). */
  tally({ ids }: Group): Tally {
    const counts = new Map<ParticipantId, number>()
    for (const { participantId, count } of ids.flatMap((id) => this.byTarget.get(id) ?? [])) {
      counts.set(participantId, Math.min(this.maxPerTarget, (counts.get(participantId) ?? 0) + count))
    }
    const byGroup = { client: 0, professional: 0, policy: 0, other: 0 }
    let votes = 0
    for (const [participantId, count] of counts) {
      const role = this.attendees.get(participantId)?.role
      byGroup[role === undefined ? 'other' : voteGroupOfRole[role]] += count
      votes += count
    }
    return { votes, voters: counts.size, byGroup }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
