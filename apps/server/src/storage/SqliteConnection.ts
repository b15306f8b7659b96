import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { z } from 'zod'
import { DatabaseDamagedError } from './DatabaseDamagedError.ts'
import { CheckRow, OrphanRow } from './sqliteRows.ts'

/** How long a commit waits for a lock that somebody else holds, e.g. a copy being made. Below every alarm about saving. */
const BUSY_TIMEOUT_MS = 5000
/** Largest write-ahead log that stays on disk after a checkpoint; far below the size that raises an alarm (SqliteDatabase). */
const JOURNAL_SIZE_LIMIT = 16 * 1024 * 1024

/** One open SQLite file with its prepared statements. Synchronous: it lives in the storage worker. */
export class SqliteConnection {
  readonly #path: string
  readonly #statements = new Map<string, StatementSync>()
  #database: DatabaseSync

  /** @throws what SQLite gives, e.g. `unable to open database file` */
  constructor(path: string) {
    this.#path = path
    this.#database = open(path)
  }

  exec(sql: string): void {
    this.#database.exec(sql)
  }

  run(sql: string, values: readonly SQLInputValue[] = []): void {
    this.#prepare(sql).run(...values)
  }

  /** First row that the query gives, checked; null for none. */
  one<T extends z.ZodType>(row: T, sql: string, ...values: SQLInputValue[]): z.output<T> | null {
    const found = this.#prepare(sql).get(...values)
    return found === undefined ? null : row.parse(found)
  }

  all<T extends z.ZodType>(row: T, sql: string, ...values: SQLInputValue[]): z.output<T>[] {
    return this.#prepare(sql)
      .all(...values)
      .map((each) => row.parse(each))
  }

  /** Runs `work` as one transaction: all of it, or nothing. */
  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
  }

  /**
   * Reads every page and every reference of the file. Content has checksums of its own (checksum.ts); this finds what they
   * cannot: rows that vanished, pages that hang on nothing. @throws DatabaseDamagedError
   */
  verify(): void {
    const finding = this.one(CheckRow, 'PRAGMA integrity_check(1)')?.integrity_check
    if (finding !== 'ok') throw new DatabaseDamagedError(finding?.split('\n')[0] ?? 'no answer')
    const orphan = this.one(OrphanRow, 'PRAGMA foreign_key_check')
    if (orphan !== null) throw new DatabaseDamagedError(`rows of ${orphan.table} without ${orphan.parent}`)
  }

  /** Lets go of the file, whatever became of it, and opens it anew: nothing that is held in memory counts any more. */
  reopen(): void {
    this.close()
    this.#statements.clear()
    this.#database = open(this.#path)
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close()
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: BUSY_TIMEOUT_MS })
  try {
    for (const setting of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'secure_delete = ON',
      `journal_size_limit = ${JOURNAL_SIZE_LIMIT}`,
    ]) {
      database.exec(`PRAGMA ${setting}`)
    }
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
