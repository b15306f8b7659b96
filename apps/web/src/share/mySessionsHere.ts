import { useSyncExternalStore } from 'react'
import { MySessions, type MySession, type Shelf } from './MySessions.ts'

/** A browser that keeps nothing throws on the very word. */
function shelfOfBrowser(): Shelf {
  try {
    return window.localStorage
  } catch {
    return { getItem: () => null, setItem: () => undefined }
  }
}

/** The sessions of this device. */
export const mySessionsHere = new MySessions(shelfOfBrowser())
window.addEventListener('storage', () => mySessionsHere.readAgain())

/** The sessions of this device, kept up to date. */
export function useMySessions(): readonly MySession[] {
  return useSyncExternalStore(mySessionsHere.subscribe, mySessionsHere.list)
}
