import type { Language } from '@samenreis/model/api/rooms'

/** i18next's language as one that we speak. */
export function interfaceLanguage(language: string): Language {
  return language === 'en' ? 'en' : 'nl'
}
