import { createContext, useContext } from 'react'
import type { LocalPresence } from '../sync/LocalPresence.ts'

type Told = Pick<LocalPresence, 'setTyping' | 'setPointerHidden'>

/** Tells the others in which field of the panel this person types, and hides her pointer. null where there is no board to tell it on. */
export const TypingContext = createContext<Told | null>(null)

export function useTyping(): Told | null {
  return useContext(TypingContext)
}
