import type { RoomId } from '@samenreis/model/ids/roomId'
import { checksumOf, matches } from './checksum.ts'
import type { SqliteConnection } from './SqliteConnection.ts'
import { StorageDamagedError } from './StorageDamagedError.ts'
import { BytesRow, CountRow, VersionRow } from './sqliteRows.ts'
import type { VersionRecord } from './VersionStore.ts'

/** Earlier boards in SQLite. Synchronous, in the storage worker; see VersionStore for what the methods promise. */
export class SqliteVersions {
  readonly #database: SqliteConnection

  constructor(database: SqliteConnection) {
    this.#database = database
  }

  versionsOf(roomId: RoomId): readonly VersionRecord[] {
    return this.#database.all(
      VersionRow,
      `SELECT id, room_id, reason, name, kept_at, expires_at, sequence, digest, cards, restores FROM room_version
        WHERE room_id = ? ORDER BY kept_at DESC, position DESC`,
      roomId,
    )
  }

  saveVersion(version: VersionRecord, content: Uint8Array, most: number): void {
    const { id, roomId, reason, name, keptAt, expiresAt, sequence, digest, cards, restores } = version
    this.#database.transaction(() => {
      this.#database.run(
        `INSERT INTO room_version (id, room_id, reason, name, kept_at, expires_at, sequence, digest, cards, restores, bytes,
          checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          id,
          roomId,
          reason,
          name,
          keptAt,
          expiresAt,
          sequence,
          digest,
          cards,
          restores,
          content,
          checksumOf(roomId, sequence, content),
        ],
      )
      this.#database.run(
        `DELETE FROM room_version WHERE position IN (SELECT position FROM room_version WHERE room_id = ? AND reason = ?
          ORDER BY kept_at DESC, position DESC LIMIT -1 OFFSET ?)`,
        [roomId, reason, most],
      )
    })
  }

  /** @throws StorageDamagedError when the bytes are not as they were written */
  versionContent(roomId: RoomId, versionId: string): Uint8Array | null {
    const select = 'SELECT sequence, bytes, checksum FROM room_version WHERE room_id = ? AND id = ?'
    const found = this.#database.one(BytesRow, select, roomId, versionId)
    if (found === null) return null
    if (!matches(roomId, found)) throw new StorageDamagedError('A version differs from what was written')
    return found.bytes
  }

  eraseVersions(roomId: RoomId): void {
    this.#database.run('DELETE FROM room_version WHERE room_id = ?', [roomId])
  }

  eraseExpiredVersions(now: string): number {
    return this.#database.transaction(() => {
      const count = 'SELECT count(*) AS count FROM room_version WHERE expires_at <= ?'
      const expired = this.#database.one(CountRow, count, now)?.count ?? 0
      if (expired > 0) this.#database.run('DELETE FROM room_version WHERE expires_at <= ?', [now])
      return expired
    })
  }
}
