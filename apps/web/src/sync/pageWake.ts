/**
 * Calls when the page may have slept through something: it is looked at again, or the device is back on a network (F60).
 * Returns what ends it; outside a browser nothing ever sleeps.
 */
export function onPageWake(handle: { readonly shown: () => void; readonly online: () => void }): () => void {
  if (typeof document === 'undefined') return () => undefined
  const handleVisibility = (): void => {
    if (document.visibilityState === 'visible') handle.shown()
  }
  document.addEventListener('visibilitychange', handleVisibility)
  window.addEventListener('online', handle.online)
  return () => {
    document.removeEventListener('visibilitychange', handleVisibility)
    window.removeEventListener('online', handle.online)
  }
}
