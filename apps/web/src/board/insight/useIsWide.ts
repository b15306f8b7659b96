import { useSyncExternalStore } from 'react'

/** From this many CSS pixels on the sheet and the panel of a card stand side by side and leave the board room. As in insight.css. */
const BOTH_FIT = window.matchMedia('(width >= 1400px)')

/** Whether the window holds the sheet and the panel of a card beside each other. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => BOTH_FIT.matches)
}

function subscribe(listener: () => void): () => void {
  BOTH_FIT.addEventListener('change', listener)
  return () => BOTH_FIT.removeEventListener('change', listener)
}
