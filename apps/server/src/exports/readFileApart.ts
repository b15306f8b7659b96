import { fork } from 'node:child_process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type { BoardFileProblem } from '@samenreis/model/interchange/readBoardFile'
import type { RoomContent } from '@samenreis/model/interchange/roomContent'

/** What the bytes of a file were. */
export type ReadFile =
  /** `setAside`: how many records do not come along. */
  | { readonly kind: 'board'; readonly content: RoomContent; readonly setAside: number }
  | { readonly kind: 'no-board'; readonly problems: readonly BoardFileProblem[] }
  | { readonly kind: 'no-json' }

/** Bytes as they come in, or as they are at hand. */
export type FileBytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

const program = fileURLToPath(new URL('./boardFileProcess.ts', import.meta.url))
/** Longest time for one file once it is there. */
const LIMIT_MS = 30_000
/** Memory for what a file is parsed into; the largest board with the most votes takes a third. */
const HEAP_MIB = 256

/**
 * Reads a board file in a process of its own, into which it goes as it comes: nobody waits for what somebody else brings (reliability.md
 * F57), and whatever it takes is given back when it ends (F75). Of a thread the memory stays with the server. A file that takes too
 * long or too much is none of ours.
 *
 * @throws what reading `file` throws, or when no process can be started
 */
export async function readFileApart(file: FileBytes): Promise<ReadFile> {
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${HEAP_MIB}`],
    // Nothing of the server's settings is for who reads what strangers bring.
    env: {},
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  })
  const answer = new Promise<ReadFile>((resolve, reject) => {
    child.once('message', (read: ReadFile) => resolve(read))
    child.once('error', reject)
    // It ended, after anything that it said: it had not the memory.
    child.once('disconnect', () => resolve({ kind: 'no-json' }))
  })
  // Told below, if at all.
  answer.catch(() => undefined)
  let tooLong: NodeJS.Timeout | undefined
  try {
    if (child.stdin === null) throw new Error('The process that reads files takes nothing')
    await pipeline(Readable.from(file, { objectMode: false }), child.stdin).catch((error: unknown) => {
      // One that ended in the middle has answered nothing, and that is its answer.
      if (child.exitCode === null && child.signalCode === null) throw error
    })
    tooLong = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
    return await answer
  } finally {
    clearTimeout(tooLong)
    child.kill('SIGKILL')
  }
}
