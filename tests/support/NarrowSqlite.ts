import type { RoomBatch, RoomStorage } from '@samenreis/server/storage/RoomStorage'
import { SqliteConnection } from '@samenreis/server/storage/SqliteConnection'
import { SqliteDocuments } from '@samenreis/server/storage/SqliteDocuments'
import { outcomeOf } from '@samenreis/server/storage/sqliteErrors'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'

/** The most that SQLite itself allows. */
const PAGES_MAX = 1_073_741_823

/**
 * The documents of a store in its own SQLite file, on a disk that can be full: SQLite itself refuses what goes beyond so many
 * pages. The same statements as in the worker, in this thread, because the limit belongs to one connection.
 */
export class NarrowSqlite implements RoomStorage {
  readonly #connection: SqliteConnection
  readonly #documents: SqliteDocuments
  /** What SQLite said, in order. */
  readonly refusals: string[] = []
  appends = 0

  /** @param path a store that was made before */
  constructor(path: string) {
    this.#connection = new SqliteConnection(path)
    this.#documents = new SqliteDocuments(this.#connection)
  }

  /** From now on the file may not grow: there is no page left but those that it has. */
  fill(): void {
    // SQLite takes the size of the file for a limit below it.
    this.#connection.exec('PRAGMA max_page_count = 1')
  }

  /** There is room again. */
  free(): void {
    this.#connection.exec(`PRAGMA max_page_count = ${PAGES_MAX}`)
  }

  loadDocument(...args: Parameters<RoomStorage['loadDocument']>): ReturnType<RoomStorage['loadDocument']> {
    return this.#run('load', () => this.#documents.loadDocument(...args))
  }

  append(batches: readonly RoomBatch[]): Promise<void> {
    this.appends += 1
    return this.#run('append', () => this.#documents.append(batches))
  }

  compact(...args: Parameters<RoomStorage['compact']>): Promise<void> {
    return this.#run('compact', () => this.#documents.compact(...args))
  }

  replaceDocument(...args: Parameters<RoomStorage['replaceDocument']>): Promise<number> {
    return this.#run('replace', () => this.#documents.replaceDocument(...args))
  }

  roomsWithLog(...args: Parameters<RoomStorage['roomsWithLog']>): ReturnType<RoomStorage['roomsWithLog']> {
    return this.#run('read', () => this.#documents.roomsWithLog(...args))
  }

  close(): void {
    this.#connection.close()
  }

  #run<T>(operation: string, work: () => T): Promise<T> {
    try {
      return Promise.resolve(work())
    } catch (error) {
      this.refusals.push(error instanceof Error ? error.message : 'unknown')
      return Promise.reject(new StorageUnavailableError(operation, { cause: error, outcome: outcomeOf(error) }))
    }
  }
}
