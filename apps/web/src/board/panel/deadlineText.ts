import type { Language } from '@samenreis/model/api/rooms'

/** Usual moments, as buttons. Each writes a real day: "voor de zomer" alone is no date (actions.md D4). */
export const usualMoments = ['nextWeek', 'nextMonth', 'summer', 'yearEnd'] as const
export type UsualMoment = (typeof usualMoments)[number]

/** The day that a button stands for, counted from the day of the session. `from` and the answer are ISO dates. */
export function dayOf(moment: UsualMoment, from: string): string {
  const start = new Date(`${from}T12:00:00Z`)
  const year = start.getUTCFullYear()
  switch (moment) {
    case 'nextWeek':
      return isoDay(Date.UTC(year, start.getUTCMonth(), start.getUTCDate() + 7))
    case 'nextMonth':
      return isoDay(addMonth(start))
    case 'summer': {
      const summer = Date.UTC(year, 5, 21)
      return isoDay(summer > start.getTime() ? summer : Date.UTC(year + 1, 5, 21))
    }
    case 'yearEnd': {
      const end = Date.UTC(year, 11, 31)
      return isoDay(end > start.getTime() ? end : Date.UTC(year + 1, 11, 31))
    }
  }
}

/** The same day of the next month, or its last day when that is earlier: 31 January -> 28 February. */
function addMonth(start: Date): number {
  const [year, month, day] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()]
  const lastDay = new Date(Date.UTC(year, month + 2, 0)).getUTCDate()
  return Date.UTC(year, month + 1, Math.min(day, lastDay))
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** A day as people write it, numbers for day and year: "1 mei 2026". '' for what is no ISO date. */
export function dayInWords(iso: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return ''
  const date = new Date(`${iso}T12:00:00Z`)
  if (Number.isNaN(date.getTime())) return ''
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    date,
  )
}
