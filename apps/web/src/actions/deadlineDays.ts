import type { Language } from '@samenreis/model/api/rooms'

/** Usual days, as buttons. Each writes a real day: "voor de zomer" alone is no date (actions.md D4). */
export const deadlineButtons = ['nextWeek', 'nextMonth', 'threeMonths', 'summer', 'yearEnd'] as const
export type DeadlineButton = (typeof deadlineButtons)[number]

/** The day a button stands for, counted from this day. Both are ISO dates. */
export function deadlineDay(button: DeadlineButton, from: string): string {
  const start = new Date(`${from}T00:00:00Z`)
  const year = start.getUTCFullYear()
  switch (button) {
    case 'nextWeek':
      return iso(Date.UTC(year, start.getUTCMonth(), start.getUTCDate() + 7))
    case 'nextMonth':
      return iso(monthsLater(start, 1))
    case 'threeMonths':
      return iso(monthsLater(start, 3))
    case 'summer':
      return iso(nextYearly(start, 5, 21))
    case 'yearEnd':
      return iso(nextYearly(start, 11, 31))
  }
}

/** A day as people write it: "1 mei 2026". */
export function dayInWords(day: string, language: Language): string {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** A day as it is written into a deadline: in words where these can be read back (actions.md D4 reads Dutch), else as ISO date. */
export function writtenDay(iso: string, language: Language): string {
  return language === 'nl' ? dayInWords(iso, 'nl') : iso
}

/** The same day of a later month, or that month's last: 30 November + 3 -> 28 February. */
function monthsLater(start: Date, months: number): number {
  const month = start.getUTCMonth() + months
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate()
  return Date.UTC(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), lastDay))
}

/** This day of the year, the first time after `start`. */
function nextYearly(start: Date, month: number, day: number): number {
  const thisYear = Date.UTC(start.getUTCFullYear(), month, day)
  return thisYear > start.getTime() ? thisYear : Date.UTC(start.getUTCFullYear() + 1, month, day)
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
