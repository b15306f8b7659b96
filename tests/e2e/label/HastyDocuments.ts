import type { RoomStorage } from '@samenreis/server/storage/RoomStorage'
import { PassedDocuments } from '../../support/PassedDocuments.ts'

/** A store that lies: it says of every append that it is done, and does it later. */
export class HastyDocuments extends PassedDocuments {
  readonly #lateMs: number
  #last: Promise<void> = Promise.resolve()

  constructor(inner: RoomStorage, lateMs: number) {
    super(inner)
    this.#lateMs = lateMs
  }

  /** Resolves when everything that it promised is true. */
  settled(): Promise<void> {
    return this.#last
  }

  override append(...[batches]: Parameters<RoomStorage['append']>): Promise<void> {
    const due = new Promise((resolve) => setTimeout(resolve, this.#lateMs))
    this.#last = Promise.all([this.#last, due]).then(() => this.inner.append(batches))
    return Promise.resolve()
  }

  override async compact(...args: Parameters<RoomStorage['compact']>): Promise<void> {
    await this.#last
    await super.compact(...args)
  }
}
