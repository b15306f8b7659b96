/** Begins as every key of this tab does, so that leaving takes it away as well (`clearRoom`). */
const KEY = 'samenreis.link.'

/** The same where the tab keeps nothing: until the page is loaded again. */
const inMemory = new Map<string, string>()

/**
 * Keeps the secret of a link that was opened or made in this tab, until its bearer is in. A reload, a tab that is copied, and the way
 * back lead on by it. Returns whether the tab keeps it; a browser may have that switched off.
 */
export function holdLink(room: string, secret: string): boolean {
  inMemory.set(room, secret)
  try {
    window.sessionStorage.setItem(KEY + room, secret)
    return window.sessionStorage.getItem(KEY + room) === secret
  } catch {
    return false
  }
}

/** The secret of the link with which somebody stands at the door of a room; null = none. */
export function heldLink(room: string): string | null {
  return kept(room) ?? inMemory.get(room) ?? null
}

/** The link has done its work: nothing of it stays in this tab. */
export function letGoOfLink(room: string): void {
  inMemory.delete(room)
  try {
    window.sessionStorage.removeItem(KEY + room)
  } catch {
    // Switched off: nothing was kept.
  }
}

function kept(room: string): string | null {
  try {
    return window.sessionStorage.getItem(KEY + room)
  } catch {
    return null
  }
}
