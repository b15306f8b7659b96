import type { RoomId } from '@samenreis/model/ids/roomId'
import type {
  NewDocument,
  RoomBatch,
  RoomStorage,
  StoredDocument,
  StoredUpdate,
} from '@samenreis/server/storage/RoomStorage'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'

/** What becomes of a call: done; not done; done, and reported as failed because the answer got lost. */
export type Fate = 'ok' | 'fail' | 'lost-answer'

interface HeldCall {
  readonly operation: 'load' | 'append' | 'compact' | 'replace'
  /** Does the work, or not, without anybody hearing of it. */
  work(): Promise<unknown>
  answer(fate: Fate): Promise<void>
}

/**
 * A real store that does nothing before the test says so: every call waits, in order, until it is released with its fate. One
 * process of the server has one; when the process dies, nobody is answered any more.
 */
export class SteppedDocuments implements RoomStorage {
  readonly #inner: RoomStorage
  readonly #held: HeldCall[] = []
  #dead = false
  /** What the store refused though nothing was made to fail: a breach of its contract by the server. */
  readonly refusals: unknown[] = []

  constructor(inner: RoomStorage) {
    this.#inner = inner
  }

  /** What the next call wants; null when none waits. */
  get next(): HeldCall['operation'] | null {
    return this.#held[0]?.operation ?? null
  }

  loadDocument(roomId: RoomId): Promise<StoredDocument | null> {
    return this.#hold('load', () => this.#inner.loadDocument(roomId))
  }

  append(batches: readonly RoomBatch[]): Promise<void> {
    return this.#hold('append', () => this.#inner.append(batches))
  }

  compact(roomId: RoomId, epoch: string, snapshot: StoredUpdate): Promise<void> {
    return this.#hold('compact', () => this.#inner.compact(roomId, epoch, snapshot))
  }

  replaceDocument(roomId: RoomId, fromEpoch: string, document: NewDocument): Promise<number> {
    return this.#hold('replace', () => this.#inner.replaceDocument(roomId, fromEpoch, document))
  }

  roomsWithLog(...args: Parameters<RoomStorage['roomsWithLog']>): ReturnType<RoomStorage['roomsWithLog']> {
    return this.#inner.roomsWithLog(...args)
  }

  /** Lets the oldest call go. */
  async release(fate: Fate): Promise<void> {
    await this.#held.shift()?.answer(fate)
  }

  /** The process dies: so many of the calls under way still reach the store, none is answered. */
  async die(reaching: number): Promise<void> {
    this.#dead = true
    for (const { work } of this.#held.splice(0).slice(0, reaching)) await work().catch(() => undefined)
  }

  #hold<T>(operation: HeldCall['operation'], work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#dead) return
      const answer = async (fate: Fate): Promise<void> => {
        const failed = new StorageUnavailableError(operation, { cause: new Error(`Made to ${fate}`) })
        if (fate === 'fail') return reject(failed)
        try {
          const result = await work()
          if (fate === 'ok') resolve(result)
          else reject(failed)
        } catch (error) {
          this.refusals.push(error)
          reject(error)
        }
      }
      this.#held.push({ operation, work, answer })
    })
  }
}
