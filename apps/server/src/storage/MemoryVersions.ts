import type { RoomId } from '@samenreis/model/ids/roomId'
import { StorageContractError } from './StorageContractError.ts'
import type { VersionRecord, VersionStore } from './VersionStore.ts'

interface Entry {
  readonly version: VersionRecord
  readonly content: Uint8Array
}

/** Earlier boards in memory, oldest first. `guard` runs each call and turns what it throws into `StorageUnavailableError`. */
export class MemoryVersions implements VersionStore {
  #entries: Entry[] = []
  readonly #guard: <T>(operation: string, work: () => T) => Promise<T>

  constructor(guard: <T>(operation: string, work: () => T) => Promise<T>) {
    this.#guard = guard
  }

  versionsOf(roomId: RoomId): Promise<readonly VersionRecord[]> {
    return this.#guard('read-versions', () => structuredClone(this.#of(roomId).map(({ version }) => version)))
  }

  saveVersion(version: VersionRecord, content: Uint8Array, most: number): Promise<void> {
    return this.#guard('save-version', () => {
      if (this.#of(version.roomId).some((each) => each.version.id === version.id)) {
        throw new StorageContractError('save a version twice')
      }
      this.#entries.push({ version: structuredClone(version), content: content.slice() })
      const alike = this.#of(version.roomId).filter((each) => each.version.reason === version.reason)
      const gone = new Set(alike.slice(most))
      this.#entries = this.#entries.filter((each) => !gone.has(each))
    })
  }

  versionContent(roomId: RoomId, versionId: string): Promise<Uint8Array | null> {
    return this.#guard('read-version', () => {
      return this.#of(roomId).find(({ version }) => version.id === versionId)?.content ?? null
    })
  }

  eraseVersions(roomId: RoomId): Promise<void> {
    return this.#guard('erase-versions', () => this.erase(roomId))
  }

  /** Part of `eraseRoom`. */
  erase(roomId: RoomId): void {
    this.#entries = this.#entries.filter(({ version }) => version.roomId !== roomId)
  }

  eraseExpiredVersions(now: string): Promise<number> {
    return this.#guard('erase-expired-versions', () => {
      const before = this.#entries.length
      this.#entries = this.#entries.filter(({ version }) => version.expiresAt > now)
      return before - this.#entries.length
    })
  }

  /** Newest first; of one moment, the one that was saved last. */
  #of(roomId: RoomId): Entry[] {
    const own = this.#entries.filter(({ version }) => version.roomId === roomId).toReversed()
    return own.sort((a, b) => (a.version.keptAt < b.version.keptAt ? 1 : a.version.keptAt > b.version.keptAt ? -1 : 0))
  }
}
