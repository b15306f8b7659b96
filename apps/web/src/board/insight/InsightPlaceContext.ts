import { createContext, useContext } from 'react'
import { useWatched } from '../../sync/useRoomConnection.ts'
import type { InsightPlace, InsightState, Shelf } from './InsightPlace.ts'

export const InsightPlaceContext = createContext<InsightPlace | null>(null)

/** @throws when used outside the board. */
export function useInsightPlace(): InsightPlace {
  const place = useContext(InsightPlaceContext)
  if (place === null) throw new Error('useInsightPlace outside the board')
  return place
}

export function useInsightState(): InsightState {
  return useWatched(useInsightPlace().state)
}

/** A browser that keeps nothing throws on the very word. */
export function shelfOfTab(): Shelf {
  try {
    return window.sessionStorage
  } catch {
    return { getItem: () => null, setItem: () => undefined }
  }
}
