import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import type { Guess, GuessRound } from '@samenreis/model/api/guesses'
import type { Vote, VoteRound } from '@samenreis/model/api/votes'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { MemoryDocuments } from './MemoryDocuments.ts'
import type { MemoryVersions } from './MemoryVersions.ts'
import type {
  NewRoomContent,
  ParticipantRecord,
  RoomDirectory,
  RoomRecord,
  RoomRecordChange,
  SessionRecord,
} from './RoomDirectory.ts'
import { StorageContractError } from './StorageContractError.ts'

interface Entry {
  room: RoomRecord
  readonly participants: Map<string, ParticipantRecord>
  readonly rounds: Map<string, VoteRound>
  readonly votes: Map<string, Vote>
  readonly exported: Map<string, ImprovementAction>
  readonly guessRounds: Map<string, GuessRound>
  readonly guesses: Map<string, Guess>
}

/** What stands beside the documents, in memory. Values are copied in and out, as a real store does. */
export class MemoryDirectory implements RoomDirectory {
  readonly #entries = new Map<RoomId, Entry>()
  readonly #sessions = new Map<string, SessionRecord>()
  readonly #documents: MemoryDocuments
  readonly #versions: MemoryVersions
  #trustedTime: string | null = null
  readonly #guard: <T>(operation: string, work: () => T) => Promise<T>

  constructor(
    documents: MemoryDocuments,
    versions: MemoryVersions,
    guard: <T>(operation: string, work: () => T) => Promise<T>,
  ) {
    this.#documents = documents
    this.#versions = versions
    this.#guard = guard
  }

  createRoom(content: NewRoomContent): Promise<void> {
    return this.#guard('create-room', () => {
      const entry: Entry = {
        room: structuredClone(content.room),
        participants: new Map(),
        rounds: new Map(),
        votes: new Map(),
        exported: new Map(),
        guessRounds: new Map(),
        guesses: new Map(),
      }
      for (const participant of content.participants) entry.participants.set(participant.id, participant)
      putVotes(entry, content.rounds, content.votes)
      this.#documents.create(content.room.id, content.epoch, content.updates)
      this.#entries.set(content.room.id, entry)
    })
  }

  findRoom(roomId: RoomId): Promise<RoomRecord | null> {
    return this.#guard('find-room', () => structuredClone(this.#entries.get(roomId)?.room ?? null))
  }

  changeRoom(roomId: RoomId, change: RoomRecordChange): Promise<void> {
    return this.#guard('change-room', () => {
      const entry = this.#entry(roomId)
      entry.room = { ...entry.room, ...structuredClone(change) }
    })
  }

  extendRetention(roomId: RoomId, until: string): Promise<void> {
    return this.#guard('extend-retention', () => {
      const entry = this.#entries.get(roomId)
      if (entry === undefined || entry.room.retentionChosen || entry.room.retentionUntil >= until) return
      entry.room = { ...entry.room, retentionUntil: until }
    })
  }

  roomIds(): Promise<readonly RoomId[]> {
    return this.#guard('read-rooms', () => [...this.#entries.keys()])
  }

  roomsEndedBefore(day: string): Promise<readonly RoomId[]> {
    return this.#guard('read-rooms', () =>
      [...this.#entries].flatMap(([id, { room }]) => (room.retentionUntil < day ? [id] : [])),
    )
  }

  eraseRoom(roomId: RoomId): Promise<void> {
    return this.#guard('erase-room', () => {
      this.#entries.delete(roomId)
      this.#documents.erase(roomId)
      this.#versions.erase(roomId)
      for (const [hash, session] of this.#sessions) if (session.roomId === roomId) this.#sessions.delete(hash)
    })
  }

  erasePerson(roomId: RoomId, participantId: ParticipantId, exported: readonly ImprovementAction[]): Promise<void> {
    return this.#guard('erase-person', () => {
      const entry = this.#entry(roomId)
      entry.participants.delete(participantId)
      for (const mine of [this.#sessions, entry.votes, entry.guesses]) {
        for (const [key, of] of mine) if (of.participantId === participantId) mine.delete(key)
      }
      entry.exported.clear()
      for (const action of exported) entry.exported.set(action.id, structuredClone(action))
    })
  }

  endSession(tokenHash: string): Promise<void> {
    return this.#guard('end-session', () => void this.#sessions.delete(tokenHash))
  }

  endSessionsOf(roomId: RoomId, participantId: ParticipantId): Promise<void> {
    return this.#guard('end-sessions', () => {
      for (const [hash, session] of this.#sessions) {
        if (session.roomId === roomId && session.participantId === participantId) this.#sessions.delete(hash)
      }
    })
  }

  trustedTime(): Promise<string | null> {
    return this.#guard('read-time', () => this.#trustedTime)
  }

  saveTrustedTime(time: string): Promise<void> {
    return this.#guard('save-time', () => {
      this.#trustedTime = time
    })
  }

  participantsOf(roomId: RoomId): Promise<readonly ParticipantRecord[]> {
    return this.#guard('read-participants', () => copies(this.#entries.get(roomId)?.participants))
  }

  saveParticipant(participant: ParticipantRecord): Promise<void> {
    return this.#guard('save-participant', () => {
      this.#entry(participant.roomId).participants.set(participant.id, structuredClone(participant))
    })
  }

  changeParticipant(
    roomId: RoomId,
    participantId: ParticipantId,
    change: Partial<Pick<ParticipantRecord, 'name' | 'avatar' | 'role'>>,
  ): Promise<ParticipantRecord | null> {
    return this.#guard('change-participant', () => {
      const { participants } = this.#entry(roomId)
      const before = participants.get(participantId)
      if (before === undefined) return null
      const after = { ...before, ...structuredClone(change) }
      participants.set(participantId, after)
      return structuredClone(after)
    })
  }

  saveSession(session: SessionRecord): Promise<void> {
    return this.#guard('save-session', () => {
      if (!this.#entry(session.roomId).participants.has(session.participantId)) {
        throw new StorageContractError('save a session of nobody')
      }
      this.#sessions.set(session.tokenHash, structuredClone(session))
    })
  }

  findSession(tokenHash: string): Promise<SessionRecord | null> {
    return this.#guard('find-session', () => structuredClone(this.#sessions.get(tokenHash) ?? null))
  }

  roundsOf(roomId: RoomId): Promise<readonly VoteRound[]> {
    return this.#guard('read-rounds', () => copies(this.#entries.get(roomId)?.rounds))
  }

  votesOf(roomId: RoomId): Promise<readonly Vote[]> {
    return this.#guard('read-votes', () => copies(this.#entries.get(roomId)?.votes))
  }

  saveVotes(roomId: RoomId, rounds: readonly VoteRound[], votes: readonly Vote[]): Promise<void> {
    return this.#guard('save-votes', () => putVotes(this.#entry(roomId), rounds, votes))
  }

  exportedActions(roomId: RoomId): Promise<readonly ImprovementAction[]> {
    return this.#guard('read-exported', () => copies(this.#entries.get(roomId)?.exported))
  }

  saveExportedActions(roomId: RoomId, actions: readonly ImprovementAction[]): Promise<void> {
    return this.#guard('save-exported', () => {
      const { exported } = this.#entry(roomId)
      for (const action of actions) exported.set(action.id, structuredClone(action))
    })
  }

  guessRoundsOf(roomId: RoomId): Promise<readonly GuessRound[]> {
    return this.#guard('read-guess-rounds', () => copies(this.#entries.get(roomId)?.guessRounds))
  }

  openGuessRound(roomId: RoomId, round: GuessRound): Promise<void> {
    return this.#guard('open-guess-round', () => {
      const { guessRounds } = this.#entry(roomId)
      const isOpen = [...guessRounds.values()].some(({ status }) => status === 'open')
      if (isOpen || guessRounds.has(round.id)) throw new StorageContractError('open a second round')
      guessRounds.set(round.id, structuredClone(round))
    })
  }

  endGuessRound(roomId: RoomId, round: GuessRound): Promise<void> {
    return this.#guard('end-guess-round', () => {
      const { guessRounds, guesses } = this.#entry(roomId)
      if (!guessRounds.has(round.id)) throw new StorageContractError('end a round that does not exist')
      guessRounds.set(round.id, structuredClone(round))
      for (const [key, { roundId }] of guesses) if (roundId === round.id) guesses.delete(key)
    })
  }

  guessesOf(roomId: RoomId, roundId: string): Promise<readonly Guess[]> {
    return this.#guard('read-guesses', () =>
      copies(this.#entries.get(roomId)?.guesses).filter((guess) => guess.roundId === roundId),
    )
  }

  saveGuess(roomId: RoomId, guess: Guess): Promise<void> {
    return this.#guard('save-guess', () => {
      const { guessRounds, guesses } = this.#entry(roomId)
      if (guessRounds.get(guess.roundId)?.status !== 'open') throw new StorageContractError('guess in no open round')
      guesses.set([guess.roundId, guess.participantId].join('/'), structuredClone(guess))
    })
  }

  #entry(roomId: RoomId): Entry {
    const entry = this.#entries.get(roomId)
    if (entry === undefined) throw new StorageContractError('write to a room that does not exist')
    return entry
  }
}

function copies<T>(values: ReadonlyMap<string, T> | undefined): T[] {
  return values === undefined ? [] : structuredClone([...values.values()])
}

function putVotes(entry: Entry, rounds: readonly VoteRound[], votes: readonly Vote[]): void {
  for (const round of rounds) entry.rounds.set(round.id, structuredClone(round))
  for (const vote of votes) {
    if (!entry.rounds.has(vote.roundId)) throw new StorageContractError('save a vote of no round')
    entry.votes.set([vote.roundId, vote.participantId, vote.targetId].join('/'), structuredClone(vote))
  }
}
