import type { Language } from '../api/rooms.ts'
import type { Vote, VoteRound } from '../api/votes.ts'
import { ParticipantId } from '../ids/participantId.ts'
import { ShapeId } from '../ids/recordId.ts'
import { VoteGroup, type Role } from '../records/enumerations.ts'
import { DemoError } from './DemoError.ts'
import type { Demo } from './demoSchema.ts'
import { inventedName } from './inventedName.ts'
import type { ImportedAttendee } from './roomContent.ts'

const ROUND_ID = 'demo-ideas'
const VOTES_EACH = 3
const MAX_PER_TARGET = 2
/** Most people that a demo invents for one group: as many as a room may hold connections (reliability.md C6). */
const VOTERS_LIMIT = 100

const roleOfGroup: Readonly<Record<VoteGroup, Role>> = {
  client: 'client',
  professional: 'professional',
  policy: 'policy',
  other: 'observer',
}

/** People and dots that give exactly the demo's totals. */
export interface DemoVotes {
  readonly attendees: readonly ImportedAttendee[]
  readonly rounds: readonly VoteRound[]
  readonly votes: readonly Vote[]
}

/**
 * One closed round on ideas. Each group gets as few people as its totals allow, and its dots are dealt to them in turn, idea
 * after idea: dealing in turn is what keeps every person within both limits, as long as there are enough of them.
 *
 * @throws DemoError when dots lie on something that is no idea, need more people than a room can hold, or the demo has no day
 */
export function votesOfDemo(demo: Demo): DemoVotes {
  const ideaIds = new Set(demo.ideas.map((idea) => idea.id))
  const stray = Object.keys(demo.votes).find((id) => !ideaIds.has(id))
  if (stray !== undefined) throw new DemoError(`votes: ${stray} is no idea of this demo`)
  const groups = VoteGroup.options.map((group) => votesOfGroup(demo, group))
  const votes = groups.flatMap((each) => each.votes)
  if (votes.length === 0) return { attendees: [], rounds: [], votes: [] }
  if (demo.room.date === null) throw new DemoError('votes: a demo without a day cannot have a closed round')
  const round: VoteRound = {
    id: ROUND_ID,
    target: 'idea',
    status: 'closed',
    votesEach: VOTES_EACH,
    maxPerTarget: MAX_PER_TARGET,
    closedAt: `${demo.room.date}T15:00:00.000Z`,
  }
  return { attendees: groups.flatMap((each) => each.attendees), rounds: [round], votes }
}

function votesOfGroup(demo: Demo, group: VoteGroup): Pick<DemoVotes, 'attendees' | 'votes'> {
  const totals = Object.entries(demo.votes).map(([id, of]) => ({ id, dots: of[group] ?? 0 }))
  const attendees = inventedPeople(group, peopleNeeded(totals, group), demo.room.language)
  const counts = new Map<string, Vote>()
  let turn = 0
  for (const { id, dots } of totals) {
    for (let dot = 0; dot < dots; dot++) {
      const voter = attendees[turn++ % attendees.length]
      if (voter === undefined) throw new DemoError(`votes: nobody in ${group} can vote`)
      const key = `${voter.id} ${id}`
      const before = counts.get(key)?.count ?? 0
      const targetId = ShapeId.parse(`shape:${id}`)
      counts.set(key, { roundId: ROUND_ID, participantId: voter.id, targetId, count: before + 1 })
    }
  }
  return { attendees, votes: [...counts.values()] }
}

function peopleNeeded(totals: readonly { id: string; dots: number }[], group: VoteGroup): number {
  const all = totals.reduce((sum, { dots }) => sum + dots, 0)
  const most = Math.max(0, ...totals.map(({ dots }) => dots))
  const people = Math.max(Math.ceil(all / VOTES_EACH), Math.ceil(most / MAX_PER_TARGET))
  if (people > VOTERS_LIMIT) {
    throw new DemoError(`votes: ${all} dots of ${group} need ${people} people, more than ${VOTERS_LIMIT}`)
  }
  return people
}

function inventedPeople(group: VoteGroup, count: number, language: Language): ImportedAttendee[] {
  return Array.from({ length: count }, (_, at) => ({
    id: ParticipantId.parse(`pa_demo${group}${at + 1}`),
    name: inventedName(roleOfGroup[group], at + 1, language),
    role: roleOfGroup[group],
  }))
}
