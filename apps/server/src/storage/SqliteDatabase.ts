import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseDamagedError } from './DatabaseDamagedError.ts'
import { Reserve } from './Reserve.ts'
import { SqliteConnection } from './SqliteConnection.ts'
import { SqliteDirectory } from './SqliteDirectory.ts'
import { SqliteDocuments } from './SqliteDocuments.ts'
import { isDamage, isDiskError, isDiskFull } from './sqliteErrors.ts'
import { SqliteLock } from './SqliteLock.ts'
import { ValueRow } from './sqliteRows.ts'
import { schemaSteps, STORAGE_SCHEMA } from './sqliteSchema.ts'
import { SqliteVersions } from './SqliteVersions.ts'
import { StorageTooNewError } from './StorageTooNewError.ts'

/** How long the snapshot before the current one is kept (reliability.md C1.4). */
const FALLBACK_MS = 24 * 60 * 60 * 1000

/** What a look at the files says. */
export interface SqliteState {
  /** Size of the write-ahead log, in bytes. */
  readonly walBytes: number
  /** Whether the room that is laid aside for a full disk is there. */
  readonly hasReserve: boolean
}

/** The whole store, synchronous: what the storage worker holds. */
export class SqliteDatabase {
  readonly documents: SqliteDocuments
  readonly directory: SqliteDirectory
  readonly #path: string
  readonly versions: SqliteVersions
  readonly #connection: SqliteConnection
  readonly #lock: SqliteLock
  readonly #reserve: Reserve
  #isInDoubt = false

  /**
   * Opens `path`, with its folder, reads all of it, and writes to it once, so that a place that cannot be written and a file that
   * is damaged are found now and not at the first edit (F38, F30).
   * @throws StorageInUseError, StorageTooNewError, DatabaseDamagedError, and what SQLite and the file system give
   */
  constructor(path: string, { reserveBytes = 0 }: { reserveBytes?: number } = {}) {
    mkdirSync(dirname(path), { recursive: true })
    this.#path = path
    this.#reserve = new Reserve(path, reserveBytes)
    this.#lock = new SqliteLock(path)
    try {
      this.#connection = new SqliteConnection(path)
      try {
        this.#connection.verify()
        prepareSchema(this.#connection)
      } catch (error) {
        this.#connection.close()
        throw error
      }
    } catch (error) {
      this.#lock.release()
      throw isDamage(error) ? new DatabaseDamagedError(error instanceof Error ? error.message : '') : error
    }
    this.#reserve.hold()
    this.documents = new SqliteDocuments(this.#connection)
    this.directory = new SqliteDirectory(this.#connection, this.documents)
    this.versions = new SqliteVersions(this.#connection)
  }

  /**
   * Runs one call. After an error of the disk nobody knows what of the last writes is there, and what is read may be in memory
   * alone; so before the next call the file is let go and opened anew, everything that the write-ahead log holds is written into
   * the database and synced, and its structure is read (F26). @throws DatabaseDamagedError, and what SQLite gives
   */
  run<T>(work: () => T): T {
    try {
      if (this.#isInDoubt) this.#reopen()
      return work()
    } catch (error) {
      if (isDiskError(error)) this.#isInDoubt = true
      if (isDiskFull(error)) this.#reserve.free()
      throw error
    }
  }

  /** Moves what is in the write-ahead log into the database itself; in quiet times, so that no commit has to. */
  checkpoint(): SqliteState {
    this.#connection.exec('PRAGMA wal_checkpoint(PASSIVE)')
    this.documents.forgetFallbacks(Date.now() - FALLBACK_MS)
    this.#reserve.hold()
    const walBytes = statSync(`${this.#path}-wal`, { throwIfNoEntry: false })?.size ?? 0
    return { walBytes, hasReserve: this.#reserve.isHeld }
  }

  /** Writes the whole file anew, without what was deleted from it, and empties the write-ahead log. */
  purge(): void {
    this.#connection.exec('VACUUM')
    this.#connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  close(): void {
    try {
      this.#connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch {
      // A disk that is full, say. What was committed is in the log and synced: the next one who opens the file has it.
    }
    this.#connection.close()
    this.#lock.release()
  }

  #reopen(): void {
    this.#connection.reopen()
    this.#connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.#connection.verify()
    this.#isInDoubt = false
  }
}

/** Brings the tables to the newest schema, whole or not at all; what is in them stays. @throws StorageTooNewError */
function prepareSchema(database: SqliteConnection): void {
  database.transaction(() => {
    const tables = "SELECT name AS value FROM sqlite_master WHERE type = 'table' AND name = 'metadata'"
    const schema = "SELECT value FROM metadata WHERE name = 'schema'"
    const isNew = database.one(ValueRow, tables) === null
    const found = isNew ? 0 : Number(database.one(ValueRow, schema)?.value)
    if (!(found <= STORAGE_SCHEMA)) throw new StorageTooNewError(found, STORAGE_SCHEMA)
    for (const step of schemaSteps.slice(found)) database.exec(step)
    const now = "INSERT OR REPLACE INTO metadata (name, value) VALUES ('schema', ?)"
    if (found < STORAGE_SCHEMA) database.run(now, [String(STORAGE_SCHEMA)])
    const opened = "INSERT OR REPLACE INTO metadata (name, value) VALUES ('openedAt', ?)"
    database.run(opened, [new Date().toISOString()])
  })
}
