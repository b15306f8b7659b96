/**
 * Calls when the page may have slept through something: it is looked at again, goes on after it was frozen, or the device is back on a
 * network (F60). Returns what ends it; outside a browser nothing ever sleeps.
 */
export function onPageWake(handle: { readonly shown: () => void; readonly online: () => void }): () => void {
  if (typeof document === 'undefined') return () => undefined
  const handleVisibility = (): void => {
    if (!isPageHidden()) handle.shown()
  }
  document.addEventListener('visibilitychange', handleVisibility)
  document.addEventListener('resume', handle.shown)
  window.addEventListener('online', handle.online)
  return () => {
    document.removeEventListener('visibilitychange', handleVisibility)
    document.removeEventListener('resume', handle.shown)
    window.removeEventListener('online', handle.online)
  }
}

/** Whether nobody looks at this page: then its timers may run once a minute only. */
export function isPageHidden(): boolean {
  return typeof document !== 'undefined' && document.visibilityState === 'hidden'
}
