import type { RoomDirectory } from './RoomDirectory.ts'
import type { RoomStorage } from './RoomStorage.ts'
import type { Storage } from './Storage.ts'

/** One SQLite file, written by one worker thread. */
export class SqliteStorage implements Storage {
  readonly documents!: RoomStorage
  readonly directory!: RoomDirectory

  /**
   * Opens the file, makes it when it is absent, and holds it alone.
   * @throws StorageInUseError another process has it; StorageTooNewError a newer server wrote it; StorageUnavailableError
   */
  static open(_options: { path: string }): Promise<SqliteStorage> {
    return Promise.reject(new Error('not yet'))
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}
