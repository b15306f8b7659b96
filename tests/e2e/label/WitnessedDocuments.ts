import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import type { RoomStorage } from '@samenreis/server/storage/RoomStorage'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { PassedDocuments } from '../../support/PassedDocuments.ts'

/** A real store that is read again after every append: what it holds for good, and since when. */
export class WitnessedDocuments extends PassedDocuments {
  readonly #seen: { readonly at: number; readonly titles: readonly string[] }[] = []

  /** Since when a title that begins with these words is stored, in ms since 1970; Infinity = it is not. */
  holdsSince(words: string): number {
    return this.#seen.find(({ titles }) => titles.some((title) => title.startsWith(words)))?.at ?? Infinity
  }

  /** Resolves after the store was read: whoever waits for the append never knows of it before the witness does. */
  override async append(...[batches]: Parameters<RoomStorage['append']>): Promise<void> {
    await super.append(batches)
    for (const { roomId } of batches) await this.#look(roomId)
  }

  async #look(roomId: RoomId): Promise<void> {
    const stored = await this.loadDocument(roomId)
    const at = Date.now()
    if (stored === null) return
    const records = [...readStoredDocument(stored).records.values()]
    this.#seen.push({ at, titles: records.flatMap((record) => record.get('title')?.toString() ?? []) })
  }
}
