import type { RoomDirectory } from './RoomDirectory.ts'
import type { RoomStorage } from './RoomStorage.ts'

/** Both ports of one store, and its end. */
export interface Storage {
  readonly documents: RoomStorage
  readonly directory: RoomDirectory
  /** Whether the last write failed and none succeeded since; left out where that cannot be. */
  readonly isFailing?: boolean
  /** Resolves when everything that was promised is on disk and the store is let go. */
  close(): Promise<void>
}
