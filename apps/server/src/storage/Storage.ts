import type { RoomDirectory } from './RoomDirectory.ts'
import type { RoomStorage } from './RoomStorage.ts'
import type { VersionStore } from './VersionStore.ts'

/** The ports of one store, and its end. */
export interface Storage {
  readonly documents: RoomStorage
  readonly directory: RoomDirectory
  /** Whether the last write failed and none succeeded since; left out where that cannot be. */
  readonly isFailing?: boolean
  /**
   * Leaves nothing on disk of what was deleted: writes the whole store anew. Commits wait for it, so it is for a moment when
   * nobody works.
   */
  purge(): Promise<void>
  readonly versions: VersionStore
  /** Resolves when everything that was promised is on disk and the store is let go. */
  close(): Promise<void>
}
