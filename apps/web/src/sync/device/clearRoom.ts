import type { RoomId } from '@samenreis/model/ids/roomId'

/** Every key under which we keep something in this tab starts so. */
const TAB_PREFIX = 'samenreis.'

/**
 * Takes away what this device holds of a session beside its links (reliability.md F84, F89): every database whose name has the
 * session's id in it, what the tab remembers, and what the browser cached under the session's id. Called when somebody leaves, and when
 * the session is gone or somebody's place in it. Never throws: what the browser refuses to tell it does not keep either.
 */
export async function clearRoom(roomId: RoomId): Promise<void> {
  clearTab()
  await Promise.allSettled([clearDatabases(roomId), clearCaches(roomId)])
}

function clearTab(): void {
  try {
    // A tab has one session open at a time; some keys name a round of it and not the session.
    for (const key of Object.keys(window.sessionStorage)) {
      if (key.startsWith(TAB_PREFIX)) window.sessionStorage.removeItem(key)
    }
  } catch {
    // Switched off: nothing was kept.
  }
}

async function clearDatabases(roomId: RoomId): Promise<void> {
  for (const { name } of await window.indexedDB.databases()) {
    if (name?.includes(roomId) === true) await deleted(window.indexedDB.deleteDatabase(name))
  }
}

function deleted(request: IDBOpenDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error ?? new Error('The database was not deleted'))
    // Another tab has it open: it is deleted when that lets go.
    request.onblocked = () => resolve()
  })
}

async function clearCaches(roomId: RoomId): Promise<void> {
  for (const name of await window.caches.keys()) if (name.includes(roomId)) await window.caches.delete(name)
}
