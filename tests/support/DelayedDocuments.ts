import type { RoomStorage } from '@samenreis/server/storage/RoomStorage'

/** A real store whose appends take long. */
export class DelayedDocuments implements RoomStorage {
  readonly #inner: RoomStorage
  readonly #appendMs: number

  /** @param appendMs how long every append waits before it begins; negative: for ever */
  constructor(inner: RoomStorage, appendMs: number) {
    this.#inner = inner
    this.#appendMs = appendMs
  }

  async append(...args: Parameters<RoomStorage['append']>): Promise<void> {
    await new Promise((resolve) => {
      if (this.#appendMs >= 0) setTimeout(resolve, this.#appendMs)
    })
    await this.#inner.append(...args)
  }

  loadDocument(...args: Parameters<RoomStorage['loadDocument']>): ReturnType<RoomStorage['loadDocument']> {
    return this.#inner.loadDocument(...args)
  }

  compact(...args: Parameters<RoomStorage['compact']>): Promise<void> {
    return this.#inner.compact(...args)
  }

  replaceDocument(...args: Parameters<RoomStorage['replaceDocument']>): Promise<number> {
    return this.#inner.replaceDocument(...args)
  }

  roomsWithLog(...args: Parameters<RoomStorage['roomsWithLog']>): ReturnType<RoomStorage['roomsWithLog']> {
    return this.#inner.roomsWithLog(...args)
  }
}
