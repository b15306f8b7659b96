import { Worker } from 'node:worker_threads'
import type { BoardFileProblem } from '@samenreis/model/interchange/readBoardFile'
import type { RoomContent } from '@samenreis/model/interchange/roomContent'

/** What the bytes of a file were. */
export type ReadFile =
  /** `setAside`: how many records do not come along. */
  | { readonly kind: 'board'; readonly content: RoomContent; readonly setAside: number }
  | { readonly kind: 'no-board'; readonly problems: readonly BoardFileProblem[] }
  | { readonly kind: 'no-json' }

/** Longest time for one file. The slowest of 25 MiB, an object of 1.7 million keys, was seen to take 3.5 s. */
const LIMIT_MS = 30_000

/**
 * Reads a board file in a thread of its own (reliability.md F57: nobody waits for what somebody else brings). A file that takes too
 * long is none of ours. The bytes are handed over and empty afterwards. One file at a time in this process: the worst, empty objects,
 * was seen to take 800 MiB.
 */
export function readFileApart(bytes: ArrayBuffer): Promise<ReadFile> {
  const reading = lastReading.then(() => readInThread(bytes))
  lastReading = reading.catch(() => undefined)
  return reading
}

/** Settles, always well, when no file is being read. */
let lastReading: Promise<unknown> = Promise.resolve()

function readInThread(bytes: ArrayBuffer): Promise<ReadFile> {
  const worker = new Worker(new URL('./boardFileWorker.ts', import.meta.url), {
    workerData: { bytes },
    transferList: [bytes],
  })
  return new Promise<ReadFile>((resolve, reject) => {
    const tooLong = setTimeout(() => resolve({ kind: 'no-json' }), LIMIT_MS)
    worker.on('message', (read: ReadFile) => resolve(read))
    worker.on('error', reject)
    worker.on('exit', () => {
      clearTimeout(tooLong)
      reject(new Error('The reading of a file ended without an answer'))
    })
  }).finally(() => void worker.terminate())
}
