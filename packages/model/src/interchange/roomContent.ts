import type { Language } from '../api/rooms.ts'
import type { Vote, VoteRound } from '../api/votes.ts'
import type { ParticipantId } from '../ids/participantId.ts'
import type { Role } from '../records/enumerations.ts'
import type { BoardRecord } from '../records/recordKinds.ts'

/** Someone whose votes came along with a board: never a real name, never shown as someone in the room. */
export interface ImportedAttendee {
  /** Unique within the content, not among rooms. */
  readonly id: ParticipantId
  readonly name: string
  readonly role: Role
}

/** Everything that a room can be filled with from outside: a demo journey or a board file. */
export interface RoomContent {
  readonly title: string
  readonly question: string
  readonly language: Language
  /** Day of the session, ISO date; '' = none of its own. */
  readonly date: string
  /** Every record holds to its schema. */
  readonly records: readonly BoardRecord[]
  readonly attendees: readonly ImportedAttendee[]
  readonly rounds: readonly VoteRound[]
  readonly votes: readonly Vote[]
}
