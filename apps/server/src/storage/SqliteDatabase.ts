import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { SqliteConnection } from './SqliteConnection.ts'
import { SqliteDirectory } from './SqliteDirectory.ts'
import { SqliteDocuments } from './SqliteDocuments.ts'
import { SqliteLock } from './SqliteLock.ts'
import { ValueRow } from './sqliteRows.ts'
import { schemaSteps, STORAGE_SCHEMA } from './sqliteSchema.ts'
import { StorageTooNewError } from './StorageTooNewError.ts'

/** The whole store, synchronous: what the storage worker holds. */
export class SqliteDatabase {
  readonly documents: SqliteDocuments
  readonly directory: SqliteDirectory
  readonly #connection: SqliteConnection
  readonly #lock: SqliteLock

  /**
   * Opens `path`, with its folder, and writes to it once, so that a place that cannot be written is found now and not at the
   * first edit (F38).
   * @throws StorageInUseError, StorageTooNewError, and what SQLite and the file system give
   */
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true })
    this.#lock = new SqliteLock(path)
    try {
      this.#connection = new SqliteConnection(path)
      prepareSchema(this.#connection)
    } catch (error) {
      this.#lock.release()
      throw error
    }
    this.documents = new SqliteDocuments(this.#connection)
    this.directory = new SqliteDirectory(this.#connection, this.documents)
  }

  /** Moves what is in the write-ahead log into the database itself; in quiet times, so that no commit has to. */
  checkpoint(): void {
    this.#connection.exec('PRAGMA wal_checkpoint(PASSIVE)')
  }

  close(): void {
    this.#connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.#connection.close()
    this.#lock.release()
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
