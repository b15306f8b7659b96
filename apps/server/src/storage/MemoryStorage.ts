import { MemoryDirectory } from './MemoryDirectory.ts'
import { MemoryDocuments } from './MemoryDocuments.ts'
import { MemoryVersions } from './MemoryVersions.ts'
import type { Storage } from './Storage.ts'
import { StorageUnavailableError } from './StorageUnavailableError.ts'

/** A store that lives as long as the process: tests, and trying things out. */
export class MemoryStorage implements Storage {
  readonly documents: MemoryDocuments
  readonly directory: MemoryDirectory
  readonly versions: MemoryVersions
  #closed = false

  constructor() {
    this.documents = new MemoryDocuments(this.#guard)
    this.versions = new MemoryVersions(this.#guard)
    this.directory = new MemoryDirectory(this.documents, this.versions, this.#guard)
  }

  /** Nothing is on disk, and what was deleted is gone. */
  purge(): Promise<void> {
    return Promise.resolve()
  }

  close(): Promise<void> {
    this.#closed = true
    return Promise.resolve()
  }

  readonly #guard = async <T>(operation: string, work: () => T): Promise<T> => {
    if (this.#closed) throw new StorageUnavailableError(operation, { cause: new Error('The store is closed') })
    try {
      return await Promise.resolve(work())
    } catch (error) {
      throw new StorageUnavailableError(operation, { cause: error })
    }
  }
}
