import type { RoomStorage } from '@samenreis/server/storage/RoomStorage'

/** A store that lies: it says of every append that it is done, and does it later. */
export class HastyDocuments implements RoomStorage {
  readonly #inner: RoomStorage
  readonly #lateMs: number
  #last: Promise<void> = Promise.resolve()

  constructor(inner: RoomStorage, lateMs: number) {
    this.#inner = inner
    this.#lateMs = lateMs
  }

  /** Resolves when everything that it promised is true. */
  settled(): Promise<void> {
    return this.#last
  }

  append(...[batches]: Parameters<RoomStorage['append']>): Promise<void> {
    const due = new Promise((resolve) => setTimeout(resolve, this.#lateMs))
    this.#last = Promise.all([this.#last, due]).then(() => this.#inner.append(batches))
    return Promise.resolve()
  }

  loadDocument(...args: Parameters<RoomStorage['loadDocument']>): ReturnType<RoomStorage['loadDocument']> {
    return this.#inner.loadDocument(...args)
  }

  async compact(...args: Parameters<RoomStorage['compact']>): Promise<void> {
    await this.#last
    await this.#inner.compact(...args)
  }

  replaceDocument(...args: Parameters<RoomStorage['replaceDocument']>): Promise<number> {
    return this.#inner.replaceDocument(...args)
  }

  roomsWithLog(...args: Parameters<RoomStorage['roomsWithLog']>): ReturnType<RoomStorage['roomsWithLog']> {
    return this.#inner.roomsWithLog(...args)
  }
}
