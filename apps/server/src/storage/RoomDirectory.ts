import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import type { Guess, GuessRound } from '@samenreis/model/api/guesses'
import type { GuestAvatar } from '@samenreis/model/api/participant'
import type { Language, LinkRight } from '@samenreis/model/api/rooms'
import type { Vote, VoteRound } from '@samenreis/model/api/votes'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Context, Role, Template } from '@samenreis/model/records/enumerations'

/** A room beside its document. Secrets are stored as hashes only. */
export interface RoomRecord {
  readonly id: RoomId
  readonly title: string
  readonly question: string
  readonly language: Language
  /** Day of the session, ISO date. */
  readonly date: string
  /** ISO date-time by the server's clock. */
  readonly createdAt: string
  /** What the session is for, chosen when it was made. */
  readonly template: Template
  readonly context: Context
  /** SHA-256 of each link's secret, hex. A link is renewed by replacing its hash. */
  readonly secretHashes: Readonly<Record<LinkRight, string>>
}

export interface ParticipantRecord {
  readonly id: ParticipantId
  readonly roomId: RoomId
  readonly name: string
  readonly avatar: GuestAvatar
  readonly role: Role
  readonly createdAt: string
  /** Came with a demo journey: counts for votes, is never shown as someone in the room. */
  readonly demo: boolean
}

/** A device that was let in. The token itself is never stored. */
export interface SessionRecord {
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string
  readonly roomId: RoomId
  readonly participantId: ParticipantId
  readonly right: LinkRight
  /** Hash of the secret it came in with: renewing that link ends the session (F77). */
  readonly secretHash: string
  readonly expiresAt: string
}

/** First content of a new room, stored in one transaction with the room itself. */
export interface NewRoomContent {
  readonly room: RoomRecord
  readonly epoch: string
  /** Seed first, then the start's content; sequences 1, 2 … */
  readonly updates: readonly Uint8Array[]
  readonly participants: readonly ParticipantRecord[]
  readonly rounds: readonly VoteRound[]
  readonly votes: readonly Vote[]
}

/**
 * What the server keeps of rooms beside their documents. Every implementation passes
 * tests/contract/roomDirectory.contract.ts; all methods reject with `StorageUnavailableError`.
 */
export interface RoomDirectory {
  createRoom(content: NewRoomContent): Promise<void>
  findRoom(roomId: RoomId): Promise<RoomRecord | null>
  changeRoom(roomId: RoomId, change: Partial<Pick<RoomRecord, 'title' | 'question' | 'secretHashes'>>): Promise<void>
  /** Oldest first, demo participants included. */
  participantsOf(roomId: RoomId): Promise<readonly ParticipantRecord[]>
  /** Adds, or replaces the one with this id. */
  saveParticipant(participant: ParticipantRecord): Promise<void>
  saveSession(session: SessionRecord): Promise<void>
  findSession(tokenHash: string): Promise<SessionRecord | null>
  roundsOf(roomId: RoomId): Promise<readonly VoteRound[]>
  votesOf(roomId: RoomId): Promise<readonly Vote[]>
  /** Adds rounds and votes, each replacing the one with the same key. */
  saveVotes(roomId: RoomId, rounds: readonly VoteRound[], votes: readonly Vote[]): Promise<void>
  /** Actions as they were last exported, by action id (actions.md D5.20). */
  exportedActions(roomId: RoomId): Promise<readonly ImprovementAction[]>
  saveExportedActions(roomId: RoomId, actions: readonly ImprovementAction[]): Promise<void>
  /** Rounds of guessing, oldest first. */
  guessRoundsOf(roomId: RoomId): Promise<readonly GuessRound[]>
  /** Adds a round. Refused while another round of the room is open. */
  openGuessRound(roomId: RoomId, round: GuessRound): Promise<void>
  /** Replaces a round by itself as it ended, and lets go of what was guessed in it. Both, or nothing. */
  endGuessRound(roomId: RoomId, round: GuessRound): Promise<void>
  /** In the order in which they were begun. */
  guessesOf(roomId: RoomId, roundId: string): Promise<readonly Guess[]>
  /** Adds what somebody guesses, or replaces what he guessed before. Refused when the round is not open. */
  saveGuess(roomId: RoomId, guess: Guess): Promise<void>
}
