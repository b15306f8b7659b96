import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { isBusy } from './sqliteErrors.ts'
import { StorageInUseError } from './StorageInUseError.ts'

/**
 * Holds a database for one process. The lock is SQLite's own, on a file beside the database, so the operating system lets
 * it go when the process dies, also by kill -9; a file with a process number alone would outlive it.
 */
export class SqliteLock {
  readonly #lock: DatabaseSync
  readonly #holderPath: string

  /** @throws StorageInUseError when another process (or another store of this one) has it */
  constructor(path: string) {
    this.#holderPath = `${path}.holder`
    this.#lock = new DatabaseSync(`${path}.lock`, { timeout: 0 })
    try {
      this.#lock.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      this.#lock.close()
      if (isBusy(error)) throw new StorageInUseError(holderOf(this.#holderPath))
      throw error
    }
    writeFileSync(this.#holderPath, `process ${process.pid}`)
  }

  release(): void {
    rmSync(this.#holderPath, { force: true })
    if (this.#lock.isOpen) this.#lock.close()
  }
}

/** Who has a database open, in words; null when nobody has. Takes no lock itself, so that a server may start meanwhile. */
export function holderOfDatabase(path: string): string | null {
  if (!existsSync(`${path}.lock`)) return null
  const probe = new DatabaseSync(`${path}.lock`, { readOnly: true, timeout: 0 })
  try {
    probe.exec('SELECT count(*) FROM sqlite_master')
    return null
  } catch (error) {
    if (isBusy(error)) return holderOf(`${path}.holder`)
    throw error
  } finally {
    probe.close()
  }
}

function holderOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return 'unknown'
  }
}
