import type { RoomStorage } from '@samenreis/server/storage/RoomStorage'
import type { Storage } from '@samenreis/server/storage/Storage'

/** A store with other documents in the place of its own; everything else is the store's. */
export function storageWith(store: Storage, documents: RoomStorage): Storage {
  return {
    documents,
    directory: store.directory,
    versions: store.versions,
    purge: () => store.purge(),
    close: () => store.close(),
  }
}
