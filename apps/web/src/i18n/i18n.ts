import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '@samenreis/model/api/rooms'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { chosenLanguage, preferredLanguage } from './preferredLanguage.ts'

/** The texts of the interface. All of both languages are in the bundle: nothing is fetched, nothing appears late. */
export const i18n = createInstance()

i18n.on('languageChanged', (language) => {
  if (typeof document !== 'undefined') document.documentElement.lang = language
})

void i18n.use(initReactI18next).init({
  lng: preferredLanguage(),
  fallbackLng: 'nl',
  defaultNS: 'common',
  ns: Object.keys(dutch),
  resources: { nl: dutch, en: english },
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
})

/** Shows the interface in this language, from now on. */
export function showIn(language: Language): void {
  if (i18n.language !== language) void i18n.changeLanguage(language)
}

/** A session is shown in its own language, except to somebody who chose another on this device. */
export function showSessionLanguage(language: Language): void {
  showIn(chosenLanguage() ?? language)
}
