import { Worker } from 'node:worker_threads'
import { readsBack, type BoardSnapshot } from './verifiedSnapshot.ts'

/** Who reads snapshots back before they replace a log. Rejects when it cannot be done now. */
export interface SnapshotReader {
  readsBack(snapshot: BoardSnapshot): Promise<boolean>
  close(): Promise<void>
}

/** What the thread is asked. */
export interface SnapshotQuestion {
  readonly question: number
  readonly snapshot: BoardSnapshot
}

/** What it answers. */
export interface SnapshotAnswer {
  readonly question: number
  readonly same: boolean
}

export interface SnapshotThreadOptions {
  /** Smaller snapshots are read at once: that takes less than a thread. */
  readonly fromBytes?: number
  /** How long the thread stays when it has nothing to do. */
  readonly idleMs?: number
  /** Longest time for an answer. */
  readonly limitMs?: number
}

interface Asked {
  readonly answered: (same: boolean) => void
  readonly failed: (error: Error) => void
}

/** Read in some 5 ms. */
const FROM_BYTES = 48 * 1024
const IDLE_MS = 60_000
const LIMIT_MS = 30_000

/**
 * Reads large snapshots back in a thread of its own, which is there while it is needed: decoding a board on which much was moved takes
 * over 100 ms, and in the thread of the sockets all other rooms would wait for that (reliability.md F57).
 */
export class SnapshotThread implements SnapshotReader {
  readonly #fromBytes: number
  readonly #idleMs: number
  readonly #limitMs: number
  readonly #asked = new Map<number, Asked>()
  #questions = 0
  #isClosed = false
  #worker: Worker | null = null
  /** Ends the thread: after too long with nothing to do, or without an answer. */
  #timer: NodeJS.Timeout | undefined

  constructor({ fromBytes = FROM_BYTES, idleMs = IDLE_MS, limitMs = LIMIT_MS }: SnapshotThreadOptions = {}) {
    this.#fromBytes = fromBytes
    this.#idleMs = idleMs
    this.#limitMs = limitMs
  }

  /** Whether there is a thread now. */
  get isRunning(): boolean {
    return this.#worker !== null
  }

  async readsBack(snapshot: BoardSnapshot): Promise<boolean> {
    if (snapshot.bytes.byteLength < this.#fromBytes) return readsBack(snapshot)
    if (this.#isClosed) throw new Error('The thread that reads snapshots was closed')
    this.#worker ??= this.#start()
    const { promise, resolve: answered, reject: failed } = Promise.withResolvers<boolean>()
    this.#questions += 1
    const question: SnapshotQuestion = { question: this.#questions, snapshot }
    this.#worker.postMessage(question)
    this.#asked.set(question.question, { answered, failed })
    // One who asks meanwhile gives no more time to a thread that answers nothing.
    if (this.#asked.size === 1) this.#wait(this.#limitMs)
    return promise
  }

  /** Ends the thread for good; what it was asked is rejected, as is whoever asks after that. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#end(new Error('The thread that reads snapshots was closed'))
  }

  #start(): Worker {
    const worker = new Worker(new URL('./snapshotWorker.ts', import.meta.url))
    // The end of the server does not wait for it.
    worker.unref()
    worker.on('message', ({ question, same }: SnapshotAnswer) => {
      this.#asked.get(question)?.answered(same)
      this.#asked.delete(question)
      this.#wait(this.#asked.size > 0 ? this.#limitMs : this.#idleMs)
    })
    const ended = (error: Error): void => {
      // The end of one thread, against the start of the next: it says nothing about what that one was asked.
      if (this.#worker === worker) void this.#end(error)
    }
    worker.on('error', ended)
    worker.on('exit', () => ended(new Error('The thread that reads snapshots ended')))
    return worker
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#end(new Error('A snapshot took too long to read')), ms).unref()
  }

  async #end(error: Error): Promise<void> {
    clearTimeout(this.#timer)
    const worker = this.#worker
    this.#worker = null
    for (const { failed } of this.#asked.values()) failed(error)
    this.#asked.clear()
    await worker?.terminate()
  }
}
