export interface PageLeaveOptions {
  /** Writes now what would be written later. */
  readonly flush: () => void
  /** Whether there is something that `flush` would write. */
  readonly isUnwritten: () => boolean
}

/**
 * Writes what is left when the page is put aside, for it may never wake up again; one that is left in the middle of a gesture asks
 * first (F91). Returns what ends it.
 */
export function flushOnLeave({ flush, isUnwritten }: PageLeaveOptions): () => void {
  if (typeof document === 'undefined') return () => undefined
  const ask = (event: BeforeUnloadEvent): void => {
    const asks = isUnwritten()
    flush()
    if (asks) event.preventDefault()
  }
  document.addEventListener('visibilitychange', flush)
  window.addEventListener('pagehide', flush)
  window.addEventListener('beforeunload', ask)
  return () => {
    document.removeEventListener('visibilitychange', flush)
    window.removeEventListener('pagehide', flush)
    window.removeEventListener('beforeunload', ask)
  }
}
