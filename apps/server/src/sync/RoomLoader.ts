import { DocumentTooNewError } from '@samenreis/model/document/migrations'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Log } from '../log.ts'
import type { RoomStorage, StoredDocument } from '../storage/RoomStorage.ts'
import { StorageUnavailableError } from '../storage/StorageUnavailableError.ts'
import type { AuthoredBoard } from './BoardRooms.ts'
import type { Clock } from './Clock.ts'
import type { SyncLimits } from './limits.ts'
import { LiveRoom, type ClosedTo, type CommitQueue } from './LiveRoom.ts'
import { migratedDocument, type MigrationPlan } from './migratedDocument.ts'
import { Room } from './Room.ts'
import type { SyncMeter } from './SyncMeter.ts'

export interface RoomLoaderOptions {
  readonly storage: RoomStorage
  readonly log: Log
  readonly clock: Clock
  readonly limits: SyncLimits
  readonly meter: SyncMeter
  /** Who stores what the rooms accept. */
  readonly commits: CommitQueue
  /** Called before many records at once leave a board, with what it was until then. */
  readonly onManyGone: ((roomId: RoomId, board: AuthoredBoard) => void) | undefined
  /** Steps of the layout other than the model's own. */
  readonly migrations: MigrationPlan | undefined
}

/** Makes a room in memory of what is stored of it. */
export class RoomLoader {
  readonly #options: RoomLoaderOptions

  constructor(options: RoomLoaderOptions) {
    this.#options = options
  }

  /** null = there is no such room. @throws StorageUnavailableError when it cannot be read, whatever the reason */
  async load(roomId: RoomId): Promise<LiveRoom | null> {
    const { storage, commits, clock, limits, meter, onManyGone } = this.#options
    try {
      const found = await storage.loadDocument(roomId)
      if (found === null) return null
      const asFound = new Room(roomId, found, limits)
      const { stored, closedTo } = await this.#upToDate(asFound, found)
      const room = stored === found ? asFound : new Room(roomId, stored, limits)
      const bytes = stored.updates.reduce((sum, update) => sum + update.bytes.byteLength, 0)
      return new LiveRoom({
        room,
        log: { rows: stored.updates.length, bytes },
        commits,
        clock,
        limits,
        meter,
        closedTo,
        onManyGone: (board) => onManyGone?.(roomId, board),
      })
    } catch (error) {
      throw error instanceof StorageUnavailableError ? error : new StorageUnavailableError('load', { cause: error })
    }
  }

  /**
   * A room of which something is damaged stays as it is, for a person to look at (F30). One whose layout cannot be brought up to
   * date opens as it was, to be read (F18). @throws DocumentTooNewError
   */
  async #upToDate(room: Room, found: StoredDocument): Promise<{ stored: StoredDocument; closedTo: ClosedTo | null }> {
    const { log, storage, migrations } = this.#options
    if (found.damage !== undefined) {
      log.error('room-damaged', { room: room.id, numbers: { from: found.damage.from } })
      return { stored: found, closedTo: 'damaged' }
    }
    try {
      const stored = await migratedDocument(room.id, found, room.committed, storage, migrations)
      return { stored, closedTo: null }
    } catch (error) {
      if (error instanceof DocumentTooNewError) throw error
      log.error('room-not-migrated', { room: room.id, error })
      return { stored: found, closedTo: 'not-migrated' }
    }
  }
}
