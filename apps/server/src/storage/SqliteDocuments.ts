import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { checksumOf, matches } from './checksum.ts'
import type { NewDocument, RoomBatch, StoredDocument, StoredUpdate } from './RoomStorage.ts'
import type { SqliteConnection } from './SqliteConnection.ts'
import { BytesRow, ClientRow, EpochRow, IdRow, OwnerRow, RetiredRow, RoomIdRow, SequenceRow } from './sqliteRows.ts'
import { checkAppend, checkClaim, checkCompact, checkReplace, type LogPosition } from './StorageContractError.ts'
import { StorageDamagedError } from './StorageDamagedError.ts'

/** Documents of rooms in SQLite. Synchronous, in the storage worker; see RoomStorage for what the methods promise. */
export class SqliteDocuments {
  readonly #database: SqliteConnection

  constructor(database: SqliteConnection) {
    this.#database = database
  }

  /** @throws StorageDamagedError when nothing of the room can be verified */
  loadDocument(roomId: RoomId): StoredDocument | null {
    const room = this.#database.one(EpochRow, 'SELECT epoch FROM room WHERE id = ?', roomId)
    if (room === null) return null
    const clients = new Map<number, ParticipantId>()
    const claims = 'SELECT client_id, participant_id FROM room_client WHERE room_id = ?'
    for (const row of this.#database.all(ClientRow, claims, roomId)) clients.set(row.client_id, row.participant_id)
    const gone = 'SELECT client_id FROM room_retired_client WHERE room_id = ?'
    const retired = new Set(this.#database.all(RetiredRow, gone, roomId).map((row) => row.client_id))
    return { epoch: room.epoch, clients, retired, ...this.#verifiedLog(roomId) }
  }

  append(batches: readonly RoomBatch[]): void {
    this.#database.transaction(() => {
      for (const { roomId, epoch, updates, clients } of batches) {
        const sequences = updates.map(({ sequence }) => sequence)
        checkAppend(this.#position(roomId), epoch, sequences)
        for (const update of updates) this.insert(roomId, update)
        for (const [clientId, participantId] of clients) this.#claim(roomId, clientId, participantId)
      }
    })
  }

  compact(roomId: RoomId, epoch: string, snapshot: StoredUpdate): void {
    this.#database.transaction(() => {
      const { sequence, bytes } = snapshot
      checkCompact(this.#position(roomId), epoch, sequence)
      this.#database.run(
        `INSERT OR REPLACE INTO room_fallback (room_id, stored_at, sequence, bytes, checksum)
          SELECT room_id, ?, sequence, bytes, checksum FROM room_snapshot WHERE room_id = ?`,
        [Date.now(), roomId],
      )
      this.#database.run(
        'INSERT OR REPLACE INTO room_snapshot (room_id, sequence, bytes, checksum) VALUES (?, ?, ?, ?)',
        [roomId, sequence, bytes, checksumOf(roomId, sequence, bytes)],
      )
      this.#database.run('DELETE FROM room_update WHERE room_id = ? AND sequence <= ?', [roomId, sequence])
    })
  }

  replaceDocument(roomId: RoomId, fromEpoch: string, { epoch, snapshot, clients, retired }: NewDocument): number {
    return this.#database.transaction(() => {
      const sequence = checkReplace(this.#position(roomId), fromEpoch, epoch) + 1
      for (const table of ['room_update', 'room_snapshot', 'room_fallback', 'room_client']) {
        this.#database.run(`DELETE FROM ${table} WHERE room_id = ?`, [roomId])
      }
      const retire = 'INSERT OR IGNORE INTO room_retired_client (room_id, client_id) VALUES (?, ?)'
      for (const clientId of retired) this.#database.run(retire, [roomId, clientId])
      for (const [clientId, participantId] of clients) this.#claim(roomId, clientId, participantId)
      this.#database.run('INSERT INTO room_snapshot (room_id, sequence, bytes, checksum) VALUES (?, ?, ?, ?)', [
        roomId,
        sequence,
        snapshot,
        checksumOf(roomId, sequence, snapshot),
      ])
      this.#database.run('UPDATE room SET epoch = ? WHERE id = ?', [epoch, roomId])
      return sequence
    })
  }

  roomsWithLog({ rows, limit }: { rows: number; limit: number }): readonly RoomId[] {
    const crowded = 'SELECT room_id FROM room_update GROUP BY room_id HAVING count(*) > ? LIMIT ?'
    return this.#database.all(RoomIdRow, crowded, rows, limit).map(({ room_id }) => room_id)
  }

  /** Forgets snapshots that were replaced before this time, in milliseconds since 1970. */
  forgetFallbacks(replacedBefore: number): void {
    this.#database.run('DELETE FROM room_fallback WHERE stored_at < ?', [replacedBefore])
  }

  /**
   * Gives every room another epoch, and lets nobody write again under an id that wrote before: the database goes back in time, and
   * what clients hold goes further than it does (reliability.md F02, F36).
   */
  raiseEpochs(newEpoch: () => string): void {
    this.#database.transaction(() => {
      this.#database.run(
        'INSERT OR IGNORE INTO room_retired_client (room_id, client_id) SELECT room_id, client_id FROM room_client',
      )
      for (const { id } of this.#database.all(IdRow, 'SELECT id FROM room')) {
        this.#database.run('UPDATE room SET epoch = ? WHERE id = ?', [newEpoch(), id])
      }
    })
  }

  /** Adds one update inside the caller's transaction. */
  insert(roomId: RoomId, { sequence, bytes }: StoredUpdate): void {
    this.#database.run('INSERT INTO room_update (room_id, sequence, bytes, checksum) VALUES (?, ?, ?, ?)', [
      roomId,
      sequence,
      bytes,
      checksumOf(roomId, sequence, bytes),
    ])
  }

  #claim(roomId: RoomId, clientId: number, participantId: ParticipantId): void {
    const found = 'SELECT participant_id FROM room_client WHERE room_id = ? AND client_id = ?'
    const owner = this.#database.one(OwnerRow, found, roomId, clientId)?.participant_id
    checkClaim(owner, participantId)
    if (owner !== undefined) return
    const add = 'INSERT INTO room_client (room_id, client_id, participant_id) VALUES (?, ?, ?)'
    this.#database.run(add, [roomId, clientId, participantId])
  }

  /** The last snapshot that is as it was written, and as much of the log after it as goes on from it without a gap. */
  #verifiedLog(roomId: RoomId): Pick<StoredDocument, 'snapshot' | 'updates' | 'damage'> {
    const [current = null] = this.#rows(roomId, 'room_snapshot')
    const isWhole = current === null || matches(roomId, current)
    const [earlier = null] = isWhole ? [] : this.#rows(roomId, 'room_fallback').filter((row) => matches(roomId, row))
    const base = isWhole ? current : earlier
    const updates: StoredUpdate[] = []
    let sequence = base?.sequence ?? 0
    let damaged = !isWhole
    for (const row of this.#rows(roomId, 'room_update')) {
      damaged ||= row.sequence !== sequence + 1 || !matches(roomId, row)
      if (damaged) break
      sequence = row.sequence
      updates.push({ sequence, bytes: row.bytes })
    }
    if (damaged && sequence === 0) throw new StorageDamagedError('Nothing that is stored of this room can be verified')
    const snapshot = base === null ? null : { sequence: base.sequence, bytes: base.bytes }
    return { snapshot, updates, ...(damaged ? { damage: { from: sequence + 1 } } : {}) }
  }

  #rows(roomId: RoomId, table: 'room_snapshot' | 'room_fallback' | 'room_update'): BytesRow[] {
    const rows = `SELECT sequence, bytes, checksum FROM ${table} WHERE room_id = ? ORDER BY sequence`
    return this.#database.all(BytesRow, rows, roomId)
  }

  #position(roomId: RoomId): LogPosition | null {
    const room = this.#database.one(EpochRow, 'SELECT epoch FROM room WHERE id = ?', roomId)
    if (room === null) return null
    const last = 'SELECT max(sequence) AS sequence FROM room_update WHERE room_id = ?'
    const covered = 'SELECT max(sequence) AS sequence FROM room_snapshot WHERE room_id = ?'
    const snapshotSequence = this.#database.one(SequenceRow, covered, roomId)?.sequence ?? 0
    const sequence = this.#database.one(SequenceRow, last, roomId)?.sequence ?? snapshotSequence
    return { epoch: room.epoch, snapshotSequence, sequence }
  }
}
