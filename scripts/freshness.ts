// Remembers what a task last saw of the files it depends on, so that a second start installs and builds nothing.
import { createHash } from 'node:crypto'
import { mkdir, readFile, glob, writeFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
/** Inside node_modules: a stamp must vanish together with what it vouches for. */
const stampFolder = join(root, 'node_modules', '.samenreis')

/** Hash of the bytes of every file that the patterns name, in a fixed order. */
async function fingerprint(patterns: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  const paths = await Array.fromAsync(glob([...patterns], { cwd: root }))
  for (const path of paths.toSorted()) {
    const full = join(root, path)
    if (!(await stat(full)).isFile()) continue
    hash
      .update(path)
      .update('\0')
      .update(await readFile(full))
  }
  return hash.digest('hex')
}

/** Whether the task ran to its end since these files last changed. */
export async function isFresh(task: string, patterns: readonly string[]): Promise<boolean> {
  const stamp = await readFile(join(stampFolder, task), 'utf8').catch(() => '')
  return stamp !== '' && stamp === (await fingerprint(patterns))
}

/** Notes that the task ran to its end on the files as they are now. */
export async function markFresh(task: string, patterns: readonly string[]): Promise<void> {
  await mkdir(stampFolder, { recursive: true })
  await writeFile(join(stampFolder, task), await fingerprint(patterns))
}
