import type { Language } from '@samenreis/model/api/rooms'

/** Where sessions are held: decides which day and what time it is. */
const TIME_ZONE = 'Europe/Amsterdam'

const words = {
  nl: { locale: 'nl-NL', said: (moment: string): string => `Gemaakt na ${moment}` },
  en: { locale: 'en-GB', said: (moment: string): string => `Made after ${moment}` },
} as const satisfies Record<Language, unknown>

/** Name of what was made after a moment: its time, and its day when that is not today. */
export function madeAfter(keptAt: string, nowMs: number, language: Language): string {
  const { locale, said } = words[language]
  const at = Date.parse(keptAt)
  const time = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, hour: 'numeric', minute: '2-digit' })
  const day = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, day: 'numeric', month: 'long' })
  const clock = language === 'nl' ? time.format(at).replace(':', '.') : time.format(at)
  return said(day.format(at) === day.format(nowMs) ? clock : `${day.format(at)}, ${clock}`)
}
