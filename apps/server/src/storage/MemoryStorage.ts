import type { RoomDirectory } from './RoomDirectory.ts'
import type { RoomStorage } from './RoomStorage.ts'
import type { Storage } from './Storage.ts'

/** A store that lives as long as the process: tests, and trying things out. */
export class MemoryStorage implements Storage {
  readonly documents!: RoomStorage
  readonly directory!: RoomDirectory

  close(): Promise<void> {
    return Promise.resolve()
  }
}
