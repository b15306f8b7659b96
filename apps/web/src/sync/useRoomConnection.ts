import { useSyncExternalStore } from 'react'
import type { Watchable } from './Watchable.ts'

/** The value of a watchable now, and again whenever it changes. */
export function useWatched<Value>(watchable: Watchable<Value>): Value {
  return useSyncExternalStore(watchable.subscribe, watchable.get)
}
