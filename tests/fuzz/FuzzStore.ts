import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import { SqliteStorage } from '@samenreis/server/storage/SqliteStorage'
import type { Storage } from '@samenreis/server/storage/Storage'
import type { StoredDocument } from '@samenreis/server/storage/RoomStorage'
import { newRoom, roomA } from '../contract/roomFixture.ts'

export type StoreKind = 'memory' | 'sqlite'

/** The store under a run: outlives every process of the server. */
export class FuzzStore {
  readonly #folder: string | null
  #storage: Storage

  /** @param updates first content of the room */
  static async open(kind: StoreKind, updates: readonly Uint8Array[]): Promise<FuzzStore> {
    const folder = kind === 'sqlite' ? mkdtempSync(join(tmpdir(), 'samenreis-fuzz-')) : null
    const storage = folder === null ? new MemoryStorage() : await openIn(folder)
    await storage.directory.createRoom(newRoom(roomA, updates))
    return new FuzzStore(folder, storage)
  }

  private constructor(folder: string | null, storage: Storage) {
    this.#folder = folder
    this.#storage = storage
  }

  get documents(): Storage['documents'] {
    return this.#storage.documents
  }

  /** What stands in the store, asked of the store itself. */
  async stored(): Promise<StoredDocument> {
    const stored = await this.documents.loadDocument(roomA)
    if (stored === null) throw new Error('The room is gone from the store')
    return stored
  }

  /** As after a restart: nothing but what is on disk. A store in memory has nothing else. */
  async reopen(): Promise<void> {
    if (this.#folder === null) return
    await this.#storage.close()
    this.#storage = await openIn(this.#folder)
  }

  async close(): Promise<void> {
    await this.#storage.close()
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true })
  }
}

function openIn(folder: string): Promise<Storage> {
  return SqliteStorage.open({ path: join(folder, 'samenreis.sqlite') })
}
