import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import { Guess, GuessRound } from '@samenreis/model/api/guesses'
import { Vote, VoteRound } from '@samenreis/model/api/votes'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { NewRoomContent, ParticipantRecord, RoomRecord, RoomRecordChange, SessionRecord } from './RoomDirectory.ts'
import type { SqliteConnection } from './SqliteConnection.ts'
import type { SqliteDocuments } from './SqliteDocuments.ts'
import { BodyRow, ParticipantRow, RoomIdRow, RoomRow, SessionRow, ValueRow } from './sqliteRows.ts'
import { StorageContractError } from './StorageContractError.ts'

const TABLES_OF_ROOMS = `SELECT m.name AS value FROM sqlite_master m, pragma_table_info(m.name) column
  WHERE m.type = 'table' AND column.name = 'room_id'`
const TABLES_OF_PEOPLE = `SELECT m.name AS value FROM sqlite_master m, pragma_table_info(m.name) column
  WHERE m.type = 'table' AND column.name = 'participant_id'`
/** Tables with bytes of a room beside its document as it is now. */
const EARLIER_BOARDS = `SELECT m.name AS value FROM sqlite_master m, pragma_table_info(m.name) column
  WHERE m.type = 'table' AND column.name = 'bytes' AND m.name NOT IN ('room_update', 'room_snapshot')`
/** Name of the latest sure time among the metadata. */
const TRUSTED_TIME = 'trustedTime'

/** What stands beside the documents, in SQLite. Synchronous, in the storage worker; see RoomDirectory. */
export class SqliteDirectory {
  readonly #database: SqliteConnection
  readonly #documents: SqliteDocuments

  constructor(database: SqliteConnection, documents: SqliteDocuments) {
    this.#database = database
    this.#documents = documents
  }

  createRoom({ room, epoch, updates, participants, rounds, votes }: NewRoomContent): void {
    this.#database.transaction(() => {
      this.#database.run(
        `INSERT INTO room (id, epoch, title, question, language, date, created_at, facilitator_hash, participant_hash,
          screen_hash, template, context, retention_until, retention_chosen, local_copies)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          room.id,
          epoch,
          room.title,
          room.question,
          room.language,
          room.date,
          room.createdAt,
          room.secretHashes.facilitator,
          room.secretHashes.participant,
          room.secretHashes.screen,
          room.template,
          room.context,
          room.retentionUntil,
          room.retentionChosen ? 1 : 0,
          room.localCopies ? 1 : 0,
        ],
      )
      for (const [index, bytes] of updates.entries()) this.#documents.insert(room.id, { sequence: index + 1, bytes })
      for (const participant of participants) this.saveParticipant(participant)
      this.#putVotes(room.id, rounds, votes)
    })
  }

  findRoom(roomId: RoomId): RoomRecord | null {
    return this.#database.one(RoomRow, 'SELECT * FROM room WHERE id = ?', roomId)
  }

  changeRoom(roomId: RoomId, change: RoomRecordChange): void {
    this.#database.transaction(() => {
      const room = this.findRoom(roomId)
      if (room === null) throw new StorageContractError('change a room that does not exist')
      const { title, question, secretHashes, retentionUntil, retentionChosen, localCopies } = { ...room, ...change }
      this.#database.run(
        `UPDATE room SET title = ?, question = ?, facilitator_hash = ?, participant_hash = ?, screen_hash = ?,
          retention_until = ?, retention_chosen = ?, local_copies = ? WHERE id = ?`,
        [
          title,
          question,
          secretHashes.facilitator,
          secretHashes.participant,
          secretHashes.screen,
          retentionUntil,
          retentionChosen ? 1 : 0,
          localCopies ? 1 : 0,
          roomId,
        ],
      )
    })
  }

  extendRetention(roomId: RoomId, until: string): void {
    this.#database.run(
      'UPDATE room SET retention_until = ? WHERE id = ? AND retention_chosen = 0 AND retention_until < ?',
      [until, roomId, until],
    )
  }

  roomIds(): readonly RoomId[] {
    return this.#database.all(RoomIdRow, 'SELECT id AS room_id FROM room').map((row) => row.room_id)
  }

  roomsEndedBefore(day: string): readonly RoomId[] {
    return this.#database
      .all(RoomIdRow, 'SELECT id AS room_id FROM room WHERE retention_until < ?', day)
      .map((row) => row.room_id)
  }

  /**
   * Every table that hangs on a room is found by its column, so that one that is added later is not forgotten. What was deleted is
   * overwritten by `secure_delete`; the write-ahead log, which still has it, is emptied.
   */
  eraseRoom(roomId: RoomId): void {
    this.#database.transaction(() => {
      // Tables hang on each other as well; what counts is that nothing hangs loose at the end.
      this.#database.exec('PRAGMA defer_foreign_keys = ON')
      for (const { value } of this.#database.all(ValueRow, TABLES_OF_ROOMS)) {
        this.#database.run(`DELETE FROM ${value} WHERE room_id = ?`, [roomId])
      }
      this.#database.run('DELETE FROM room WHERE id = ?', [roomId])
    })
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  /** As `eraseRoom`: by the columns, so that no table is forgotten. */
  erasePerson(
    roomId: RoomId,
    participantId: ParticipantId,
    exported: readonly ImprovementAction[],
    wrote = true,
  ): void {
    this.#database.transaction(() => {
      this.#database.exec('PRAGMA defer_foreign_keys = ON')
      for (const { value } of this.#database.all(ValueRow, TABLES_OF_PEOPLE)) {
        this.#database.run(`DELETE FROM ${value} WHERE room_id = ? AND participant_id = ?`, [roomId, participantId])
      }
      this.#database.run('DELETE FROM participant WHERE room_id = ? AND id = ?', [roomId, participantId])
      // Whose words stand in an earlier copy of the board is not known there: all of them go.
      for (const { value } of wrote ? this.#database.all(ValueRow, EARLIER_BOARDS) : []) {
        this.#database.run(`DELETE FROM ${value} WHERE room_id = ?`, [roomId])
      }
      this.#database.run('DELETE FROM exported_action WHERE room_id = ?', [roomId])
      this.#putExported(roomId, exported)
    })
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  endSession(tokenHash: string): void {
    this.#database.run('DELETE FROM session WHERE token_hash = ?', [tokenHash])
  }

  endSessionsOf(roomId: RoomId, participantId: ParticipantId): void {
    this.#database.run('DELETE FROM session WHERE room_id = ? AND participant_id = ?', [roomId, participantId])
  }

  trustedTime(): string | null {
    return this.#database.one(ValueRow, 'SELECT value FROM metadata WHERE name = ?', TRUSTED_TIME)?.value ?? null
  }

  saveTrustedTime(time: string): void {
    this.#database.run('INSERT OR REPLACE INTO metadata (name, value) VALUES (?, ?)', [TRUSTED_TIME, time])
  }

  participantsOf(roomId: RoomId): readonly ParticipantRecord[] {
    return this.#database.all(ParticipantRow, 'SELECT * FROM participant WHERE room_id = ? ORDER BY position', roomId)
  }

  saveParticipant({ id, roomId, name, avatar, role, createdAt, demo }: ParticipantRecord): void {
    this.#database.run(
      `INSERT INTO participant (room_id, id, name, avatar, role, created_at, demo) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (room_id, id) DO UPDATE SET name = excluded.name, avatar = excluded.avatar, role = excluded.role,
          created_at = excluded.created_at, demo = excluded.demo`,
      [roomId, id, name, avatar, role, createdAt, demo ? 1 : 0],
    )
  }

  changeParticipant(
    roomId: RoomId,
    id: ParticipantId,
    { name = null, avatar = null, role = null }: { name?: string | null; avatar?: string | null; role?: string | null },
  ): ParticipantRecord | null {
    this.#database.run(
      `UPDATE participant SET name = coalesce(?, name), avatar = coalesce(?, avatar), role = coalesce(?, role)
        WHERE room_id = ? AND id = ?`,
      [name, avatar, role, roomId, id],
    )
    return this.#database.one(ParticipantRow, 'SELECT * FROM participant WHERE room_id = ? AND id = ?', roomId, id)
  }

  saveSession({ tokenHash, roomId, participantId, right, secretHash, expiresAt }: SessionRecord): void {
    this.#database.run(
      `INSERT OR REPLACE INTO session (token_hash, room_id, participant_id, link_right, secret_hash, expires_at)
        VALUES (?, ?, ?, ?, ?, ?)`,
      [tokenHash, roomId, participantId, right, secretHash, expiresAt],
    )
  }

  findSession(tokenHash: string): SessionRecord | null {
    return this.#database.one(SessionRow, 'SELECT * FROM session WHERE token_hash = ?', tokenHash)
  }

  roundsOf(roomId: RoomId): readonly VoteRound[] {
    const rows = this.#database.all(BodyRow, 'SELECT body FROM vote_round WHERE room_id = ? ORDER BY position', roomId)
    return rows.map(({ body }) => VoteRound.parse(JSON.parse(body)))
  }

  votesOf(roomId: RoomId): readonly Vote[] {
    const rows = this.#database.all(BodyRow, 'SELECT body FROM vote WHERE room_id = ? ORDER BY rowid', roomId)
    return rows.map(({ body }) => Vote.parse(JSON.parse(body)))
  }

  saveVotes(roomId: RoomId, rounds: readonly VoteRound[], votes: readonly Vote[]): void {
    this.#database.transaction(() => this.#putVotes(roomId, rounds, votes))
  }

  exportedActions(roomId: RoomId): readonly ImprovementAction[] {
    const select = 'SELECT body FROM exported_action WHERE room_id = ? ORDER BY rowid'
    // Written by `saveExportedActions` alone, from values of this type; the model has no schema for a derived view.
    return this.#database.all(BodyRow, select, roomId).map(({ body }) => JSON.parse(body) as ImprovementAction)
  }

  saveExportedActions(roomId: RoomId, actions: readonly ImprovementAction[]): void {
    this.#database.transaction(() => this.#putExported(roomId, actions))
  }

  guessRoundsOf(roomId: RoomId): readonly GuessRound[] {
    const rows = this.#database.all(BodyRow, 'SELECT body FROM guess_round WHERE room_id = ? ORDER BY position', roomId)
    return rows.map(({ body }) => GuessRound.parse(JSON.parse(body)))
  }

  /** A second open round is refused by the index `guess_round_open`. */
  openGuessRound(roomId: RoomId, round: GuessRound): void {
    this.#database.run('INSERT INTO guess_round (room_id, id, status, body) VALUES (?, ?, ?, ?)', [
      roomId,
      round.id,
      round.status,
      JSON.stringify(round),
    ])
  }

  endGuessRound(roomId: RoomId, round: GuessRound): void {
    this.#database.transaction(() => {
      if (this.#guessRound(roomId, round.id) === undefined) {
        throw new StorageContractError('end a round that does not exist')
      }
      this.#database.run('UPDATE guess_round SET status = ?, body = ? WHERE room_id = ? AND id = ?', [
        round.status,
        JSON.stringify(round),
        roomId,
        round.id,
      ])
      this.#database.run('DELETE FROM guess WHERE room_id = ? AND round_id = ?', [roomId, round.id])
    })
  }

  guessesOf(roomId: RoomId, roundId: string): readonly Guess[] {
    const select = 'SELECT body FROM guess WHERE room_id = ? AND round_id = ? ORDER BY rowid'
    return this.#database.all(BodyRow, select, roomId, roundId).map(({ body }) => Guess.parse(JSON.parse(body)))
  }

  saveGuess(roomId: RoomId, guess: Guess): void {
    this.#database.transaction(() => {
      if (this.#guessRound(roomId, guess.roundId)?.status !== 'open') {
        throw new StorageContractError('guess in no open round')
      }
      this.#database.run(
        `INSERT INTO guess (room_id, round_id, participant_id, body) VALUES (?, ?, ?, ?)
          ON CONFLICT (room_id, round_id, participant_id) DO UPDATE SET body = excluded.body`,
        [roomId, guess.roundId, guess.participantId, JSON.stringify(guess)],
      )
    })
  }

  #guessRound(roomId: RoomId, roundId: string): GuessRound | undefined {
    return this.guessRoundsOf(roomId).find(({ id }) => id === roundId)
  }

  #putExported(roomId: RoomId, actions: readonly ImprovementAction[]): void {
    for (const action of actions) {
      this.#database.run(
        `INSERT INTO exported_action (room_id, id, body) VALUES (?, ?, ?)
          ON CONFLICT (room_id, id) DO UPDATE SET body = excluded.body`,
        [roomId, action.id, JSON.stringify(action)],
      )
    }
  }

  #putVotes(roomId: RoomId, rounds: readonly VoteRound[], votes: readonly Vote[]): void {
    for (const round of rounds) {
      this.#database.run(
        `INSERT INTO vote_round (room_id, id, body) VALUES (?, ?, ?)
          ON CONFLICT (room_id, id) DO UPDATE SET body = excluded.body`,
        [roomId, round.id, JSON.stringify(round)],
      )
    }
    for (const vote of votes) {
      this.#database.run(
        `INSERT INTO vote (room_id, round_id, participant_id, target_id, body) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (room_id, round_id, participant_id, target_id) DO UPDATE SET body = excluded.body`,
        [roomId, vote.roundId, vote.participantId, vote.targetId, JSON.stringify(vote)],
      )
    }
  }
}
