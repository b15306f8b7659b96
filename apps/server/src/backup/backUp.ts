import { copyFileSync, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { databasePath, erasedListPath } from '../dataFolder.ts'
import { inspectDatabase, isWhole, type DatabaseReport } from '../inspect/inspectDatabase.ts'
import { BackupError } from './BackupError.ts'

/** A commit that is under way holds a lock for a moment. */
const BUSY_TIMEOUT_MS = 5000
/** Whole boards of citizens are in it: for its owner alone. */
const FILE_MODE = 0o600

/** Name of the list of erased rooms and people beside a backup. */
export function erasedListBeside(file: string): string {
  return `${file}.erased.jsonl`
}

/**
 * Writes the database of a folder as it is at this moment into one file, also while a server serves it: SQLite reads one whole
 * state while the server goes on writing the next (reliability.md F36). Deleted bytes are not copied along. The file is on disk,
 * and looked through, before it gets its name; the list of what was erased goes beside it.
 *
 * @returns what is in the backup; `whole` = nothing of it is damaged
 * @throws BackupError, and what SQLite and the file system give
 */
export async function backUp(folder: string, file: string): Promise<{ report: DatabaseReport; whole: boolean }> {
  const source = databasePath(folder)
  if (!existsSync(source)) throw new BackupError(`There is no database in ${folder}.`)
  if (existsSync(file)) throw new BackupError(`${file} is there already; give a new name.`)
  const part = `${file}.part`
  await rm(part, { force: true })
  try {
    await (await open(part, 'w', FILE_MODE)).close()
    const database = new DatabaseSync(source, { readOnly: true, timeout: BUSY_TIMEOUT_MS })
    try {
      database.prepare('VACUUM INTO ?').run(part)
    } finally {
      database.close()
    }
    await sync(part)
    const report = inspectDatabase(part)
    // After the database: an erasure meanwhile stands on the list at least, and is done again at the restore.
    if (existsSync(erasedListPath(folder))) {
      copyFileSync(erasedListPath(folder), erasedListBeside(file))
      await sync(erasedListBeside(file))
    }
    await rename(part, file)
    await sync(dirname(resolve(file)))
    return { report, whole: isWhole(report) }
  } finally {
    for (const rest of ['', '-shm', '-wal']) await rm(`${part}${rest}`, { force: true })
  }
}

/** Puts a file, or what a folder lists, on disk. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
