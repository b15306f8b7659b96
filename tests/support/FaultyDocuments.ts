import type { RoomId } from '@samenreis/model/ids/roomId'
import type {
  NewDocument,
  RoomBatch,
  RoomStorage,
  StoredDocument,
  StoredUpdate,
} from '@samenreis/server/storage/RoomStorage'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'

type Operation = 'load' | 'append' | 'compact' | 'replace'

/** A real store behind a switchboard: calls can be held back, and made to fail before or after the store has done its work. */
export class FaultyDocuments implements RoomStorage {
  readonly #inner: RoomStorage
  readonly calls = { load: 0, append: 0, compact: 0, replace: 0 }
  /** Operations that fail now, before anything is written. */
  failing = new Set<Operation>()
  /** The next append or replacement is written, and then reported as failed: an answer that got lost. */
  loseNextAnswer = false
  /** Runs before every call; a promise that it gives holds the call back. */
  before: (operation: Operation) => Promise<void> = () => Promise.resolve()

  constructor(inner: RoomStorage) {
    this.#inner = inner
  }

  loadDocument(roomId: RoomId): Promise<StoredDocument | null> {
    return this.#run('load', () => this.#inner.loadDocument(roomId))
  }

  async append(batches: readonly RoomBatch[]): Promise<void> {
    await this.#run('append', () => this.#inner.append(batches))
    this.#answer('append')
  }

  compact(roomId: RoomId, epoch: string, snapshot: StoredUpdate): Promise<void> {
    return this.#run('compact', () => this.#inner.compact(roomId, epoch, snapshot))
  }

  roomsWithLog(...args: Parameters<RoomStorage['roomsWithLog']>): ReturnType<RoomStorage['roomsWithLog']> {
    return this.#inner.roomsWithLog(...args)
  }

  async replaceDocument(roomId: RoomId, fromEpoch: string, document: NewDocument): Promise<number> {
    const sequence = await this.#run('replace', () => this.#inner.replaceDocument(roomId, fromEpoch, document))
    this.#answer('replace')
    return sequence
  }

  #answer(operation: Operation): void {
    if (!this.loseNextAnswer) return
    this.loseNextAnswer = false
    throw new StorageUnavailableError(operation, { cause: new Error('The answer was lost') })
  }

  async #run<T>(operation: Operation, work: () => Promise<T>): Promise<T> {
    this.calls[operation] += 1
    await this.before(operation)
    if (this.failing.has(operation)) throw new StorageUnavailableError(operation, { cause: new Error('Made to fail') })
    return await work()
  }
}
