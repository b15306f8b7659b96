import type { CurrentGuessRound } from '@samenreis/model/api/guesses'
import { createContext, useContext } from 'react'

/** The round of guessing as the server last told it. */
export interface GuessState {
  /** null = not told yet. */
  readonly current: CurrentGuessRound | null
  /** Asks the server again. */
  readonly readAgain: () => void
  /** Whether the own sheet with faces is open. */
  readonly isSheetOpen: boolean
  readonly setSheetOpen: (isOpen: boolean) => void
}

export const GuessContext = createContext<GuessState | null>(null)

/** @throws when used outside the board. */
export function useGuess(): GuessState {
  const state = useContext(GuessContext)
  if (state === null) throw new Error('useGuess outside the board')
  return state
}
