import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { boardMigrations, migrationUpdate, type Migration } from '@samenreis/model/document/migrations'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { RoomStorage, StoredDocument } from '../storage/RoomStorage.ts'

/** The steps to take, and where they lead; given only where tests have steps of their own. */
export interface MigrationPlan {
  readonly migrations: readonly Migration[]
  readonly newest: number
}

/**
 * The stored document at the newest version of the layout, the very same one where nothing is lacking. What it lacks is stored
 * first, in one commit, and nobody is in the room yet: a crash leaves it all old or all new (reliability.md F18).
 *
 * @param board what `stored` holds
 * @throws DocumentTooNewError, StorageUnavailableError
 */
export async function migratedDocument(
  roomId: RoomId,
  stored: StoredDocument,
  board: BoardDocument,
  storage: RoomStorage,
  plan?: MigrationPlan,
): Promise<StoredDocument> {
  const bytes = migrationUpdate(board, plan?.migrations ?? boardMigrations, plan?.newest)
  if (bytes === null) return stored
  const last = stored.updates.at(-1)?.sequence ?? stored.snapshot?.sequence ?? 0
  const update = { sequence: last + 1, bytes }
  await storage.append([{ roomId, epoch: stored.epoch, updates: [update], clients: new Map() }])
  return { ...stored, updates: [...stored.updates, update] }
}
