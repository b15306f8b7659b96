import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { chmod, copyFile, mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { newEpoch, systemRandom } from '../access/secrets.ts'
import { databasePath, erasedListPath } from '../dataFolder.ts'
import { inspectDatabase, isWhole, type DatabaseReport } from '../inspect/inspectDatabase.ts'
import { SqliteDatabase } from '../storage/SqliteDatabase.ts'
import { BackupError } from './BackupError.ts'
import { erasedListBeside, sync } from './backUp.ts'

const FOLDER_MODE = 0o700
const FILE_MODE = 0o600

export interface Restored {
  readonly report: DatabaseReport
  readonly whole: boolean
  /** The list of erased rooms and people that was put beside it; null when there is none. */
  readonly erasedList: string | null
}

/**
 * Makes a data folder of a backup. Every room gets another epoch, and nobody writes again under an id that wrote before, so that
 * a client from before the restore merges nothing (reliability.md F02, F36). The folder is made beside its place and gets its
 * name when all of it is on disk.
 *
 * @param erasedList what was erased since the backup, which the next start takes away again (C8.9); null = as at the backup
 * @throws BackupError when the folder holds something already or the file cannot be restored, and what the file system gives
 */
export async function restore(file: string, folder: string, erasedList: string | null): Promise<Restored> {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`)
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new BackupError(`${folder} is not empty; nothing is overwritten. Give a new folder.`)
  }
  if (erasedList !== null && !existsSync(erasedList)) throw new BackupError(`There is no file ${erasedList}.`)
  const place = resolve(folder)
  const making = `${place}.restoring`
  if (existsSync(making)) throw new BackupError(`${making} is left of a restore that was cut off; remove it first.`)
  await mkdir(making, { recursive: true, mode: FOLDER_MODE })
  try {
    const database = databasePath(making)
    await copyFile(file, database)
    await chmod(database, FILE_MODE)
    // Before anything is changed: what is no whole file is left alone.
    if (inspectDatabase(database).fileProblems.length > 0) throw new BackupError(`${file} is damaged.`)
    const store = new SqliteDatabase(database)
    try {
      store.documents.raiseEpochs(() => newEpoch(systemRandom))
    } finally {
      store.close()
    }
    const list = erasedList ?? (existsSync(erasedListBeside(file)) ? erasedListBeside(file) : null)
    if (list !== null) {
      copyFileSync(list, erasedListPath(making))
      await sync(erasedListPath(making))
    }
    const report = inspectDatabase(database)
    for (const rest of ['.lock', '-shm', '-wal']) await rm(`${database}${rest}`, { force: true })
    await sync(database)
    await sync(making)
    if (existsSync(folder)) await rmdir(folder)
    await rename(making, place)
    await sync(dirname(place))
    return { report, whole: isWhole(report), erasedList: list }
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  }
}
