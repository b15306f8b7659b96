import { mkdir, open, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** The folder of the database cannot be used: nothing would be kept, so the server must not start (reliability.md F38). */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

/** Makes the folder when it is absent, and proves that a file in it can be written and synced. @throws DataFolderError */
export async function prepareDataFolder(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${process.pid}`)
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
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    throw new DataFolderError(`The folder for the boards cannot be written (DATA_DIR=${folder}): ${code}`, { cause })
  }
}

/** `mkdir` with `recursive` never ends on some file systems that refuse new folders (`/proc`), so each step is taken here. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await mkdir(folder)
  }
}
