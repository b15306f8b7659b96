import { createContext, useContext } from 'react'
import type { LocalPresence } from '../sync/LocalPresence.ts'

/** Tells the others in which field of the panel this person types. null where there is no board to tell it on. */
export const TypingContext = createContext<Pick<LocalPresence, 'setTyping'> | null>(null)

export function useTyping(): Pick<LocalPresence, 'setTyping'> | null {
  return useContext(TypingContext)
}
