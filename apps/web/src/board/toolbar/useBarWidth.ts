import { useSyncExternalStore } from 'react'
import type { BarWidth } from './toolItems.ts'

/** Below this many CSS pixels the bar cannot hold all its tools with their words and leave the licence's mark free. */
const WIDE_FROM = 1240
/** Below this it holds five and "Meer": a phone, or a tablet held upright. */
const MIDDLE_FROM = 820

/** How much room the window has for tools, followed. */
export function useBarWidth(): BarWidth {
  return useSyncExternalStore(subscribe, widthNow)
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

function widthNow(): BarWidth {
  if (window.innerWidth >= WIDE_FROM) return 'wide'
  return window.innerWidth >= MIDDLE_FROM ? 'middle' : 'narrow'
}
