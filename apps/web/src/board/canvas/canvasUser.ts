import type { Language } from '@samenreis/model/api/rooms'
import { atom, createTLCurrentUser, type TLCurrentUser, type TLUserPreferences } from 'tldraw'

/**
 * This person as the canvas knows her, for this visit: nothing is kept in the browser (F89). Movement is off for who asks the
 * system for less of it.
 */
export function canvasUser(me: { readonly id: string; readonly name: string }, language: Language): TLCurrentUser {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const userPreferences = atom<TLUserPreferences>('canvas user', {
    id: me.id,
    name: me.name,
    locale: language,
    colorScheme: 'light',
    animationSpeed: still ? 0 : 1,
  })
  return createTLCurrentUser({
    userPreferences,
    setUserPreferences: (preferences) => {
      userPreferences.set(preferences)
    },
  })
}
