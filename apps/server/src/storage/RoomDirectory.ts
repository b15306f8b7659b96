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
  /** Last day that it is kept, ISO date; it is erased when that day is over. */
  readonly retentionUntil: string
  /** Whether somebody chose that day; otherwise it moves along with the last use. */
  readonly retentionChosen: boolean
  /** Whether people may keep what is not stored yet on a device of their own. */
  readonly localCopies: boolean
  /** SHA-256 of each link's secret, hex. A link is renewed by replacing its hash. */
  readonly secretHashes: Readonly<Record<LinkRight, string>>
}

/** What may be changed of a room. */
export type RoomRecordChange = Partial<
  Pick<RoomRecord, 'title' | 'question' | 'secretHashes' | 'retentionUntil' | 'retentionChosen' | 'localCopies'>
>

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
  changeRoom(roomId: RoomId, change: RoomRecordChange): Promise<void>
  /**
   * Moves the last day of a room for which nobody chose one; never to an earlier day. One step of the store, so that it cannot
   * undo what a facilitator chooses at that moment.
   */
  extendRetention(roomId: RoomId, until: string): Promise<void>
  roomIds(): Promise<readonly RoomId[]>
  /** Rooms whose last day lies before this one, ISO date. */
  roomsEndedBefore(day: string): Promise<readonly RoomId[]>
  /**
   * Takes away a room with everything that hangs on it, its document included, and overwrites it. All or nothing; a room that is
   * not there is no error. Nothing may be on its way to this room's document any more.
   */
  eraseRoom(roomId: RoomId): Promise<void>
  /**
   * Takes away a person with her sessions, votes and guesses, and leaves of the exported actions these. All or nothing; somebody
   * who is not there is no error. What she wrote on the board is the document's; where it is not said that she never could (`wrote`), all
   * earlier boards of the room go as well.
   */
  erasePerson(
    roomId: RoomId,
    participantId: ParticipantId,
    exported: readonly ImprovementAction[],
    wrote?: boolean,
  ): Promise<void>
  /** Ends one session; one that is not there is no error. */
  endSession(tokenHash: string): Promise<void>
  endSessionsOf(roomId: RoomId, participantId: ParticipantId): Promise<void>
  /** Latest time of which the server was sure, ISO date-time; null in a new store. */
  trustedTime(): Promise<string | null>
  saveTrustedTime(time: string): Promise<void>
  /** Oldest first, demo participants included. */
  participantsOf(roomId: RoomId): Promise<readonly ParticipantRecord[]>
  /** Adds, or replaces the one with this id. */
  saveParticipant(participant: ParticipantRecord): Promise<void>
  /** Changes these fields alone; somebody who is not there stays so. @returns as she is then; null = she is not there */
  changeParticipant(
    roomId: RoomId,
    participantId: ParticipantId,
    change: Partial<Pick<ParticipantRecord, 'name' | 'avatar' | 'role'>>,
  ): Promise<ParticipantRecord | null>
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
