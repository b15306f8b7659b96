import { mkdir, open, statfs, unlink } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { ERASED_LIST_FILE } from './erasure/ErasedList.ts'

const DATABASE_FILE = 'samenreis.sqlite'

/** Where the database stands in the folder of the settings. */
export function databasePath(folder: string): string {
  return join(folder, DATABASE_FILE)
}

/** Where the list of erased rooms and people stands, when there is one: apart, because it must not go back in time. */
export function erasedListPath(folder: string): string {
  return join(folder, ERASED_LIST_FILE)
}

/** A folder cannot be used: nothing would be kept, so the server must not start (reliability.md F38). */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

/**
 * File systems over a network, by the number that Linux gives them (statfs(2)). SQLite's write-ahead log needs memory that all who
 * open the file share, and locks that hold; these give neither (https://sqlite.org/wal.html).
 */
const networkShares: Readonly<Record<number, string>> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xff534d42: 'CIFS',
  0xfe534d42: 'SMB2',
  0x5346414f: 'AFS',
  0x01021997: '9P',
  0x00c36400: 'Ceph',
}

/** Makes the folder when it is absent, and proves that a file in it can be written and synced. @throws DataFolderError */
export async function prepareFolder(setting: string, folder: string): Promise<void> {
  if (folder === ':memory:')
    throw new DataFolderError(`${setting} is no folder: boards in memory would be gone at the next stop.`)
  const probe = join(folder, `.probe-${process.pid}`)
  let share: string | undefined
  try {
    await makeFolder(resolve(folder))
    const file = await open(probe, 'w')
    try {
      await file.writeFile('probe')
      await file.sync()
    } finally {
      await file.close()
      await unlink(probe)
    }
    share = networkShares[(await statfs(folder)).type]
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    const hint = code === 'ENOENT' ? ' The folder above it must be there: is a disk not mounted?' : ''
    throw new DataFolderError(`The folder cannot be written (${setting}=${folder}): ${code}.${hint}`, { cause })
  }
  if (share !== undefined) {
    throw new DataFolderError(
      `The folder is on a network share (${setting}=${folder}, ${share}): choose a disk of this machine.`,
    )
  }
}

/** The same for rescue files, whose place must be another one than the database's. @throws DataFolderError */
export async function prepareRescueFolder(folder: string, dataFolder: string): Promise<void> {
  const way = relative(resolve(dataFolder), resolve(folder))
  if (way === '' || !way.startsWith('..')) {
    throw new DataFolderError(`RESCUE_DIR=${folder} is in the folder of the boards: choose a place on another disk.`)
  }
  await prepareFolder('RESCUE_DIR', folder)
}

/**
 * Makes the last folder of a path, and no more: a mistyped path, or a disk that is not mounted, must not become a new and empty
 * place for boards. (`mkdir` with `recursive` also never ends on some file systems that refuse new folders, `/proc`.)
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
