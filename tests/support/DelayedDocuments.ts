import type { RoomStorage } from '@samenreis/server/storage/RoomStorage'
import { PassedDocuments } from './PassedDocuments.ts'

/** A real store whose appends take long. */
export class DelayedDocuments extends PassedDocuments {
  readonly #appendMs: number

  /** @param appendMs how long every append waits before it begins; negative: for ever */
  constructor(inner: RoomStorage, appendMs: number) {
    super(inner)
    this.#appendMs = appendMs
  }

  override async append(...args: Parameters<RoomStorage['append']>): Promise<void> {
    await new Promise((resolve) => {
      if (this.#appendMs >= 0) setTimeout(resolve, this.#appendMs)
    })
    await super.append(...args)
  }
}
