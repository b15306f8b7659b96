import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { z } from 'zod'
import { ValueRow } from './sqliteRows.ts'

/** A lock that a server holds for a moment is waited for so long. */
const BUSY_TIMEOUT_MS = 5000

/**
 * A database that is only looked at, also while a server writes to it: SQLite gives each query a whole state of its own and
 * keeps no writer waiting. Nothing is brought to a newer schema.
 */
export class SqliteReader {
  readonly #database: DatabaseSync

  /** @throws what SQLite gives, e.g. `unable to open database file` */
  constructor(path: string) {
    this.#database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS })
  }

  /** Number of the tables' version. @throws when this is no database of Samenreis */
  get schema(): number {
    const [row] = this.all(ValueRow, "SELECT value FROM metadata WHERE name = 'schema'")
    return Number(row?.value)
  }

  all<T extends z.ZodType>(row: T, sql: string, ...values: SQLInputValue[]): z.output<T>[] {
    return this.#database
      .prepare(sql)
      .all(...values)
      .map((each) => row.parse(each))
  }

  /** Runs several queries on one and the same state. A writer meanwhile goes on, so this must not take long (F33). */
  together<T>(work: () => T): T {
    this.#database.exec('BEGIN')
    try {
      return work()
    } finally {
      this.#database.exec('COMMIT')
    }
  }

  close(): void {
    this.#database.close()
  }
}
