/** Where sessions are held: decides which day it is. */
const TIME_ZONE = 'Europe/Amsterdam'
const DAY_MS = 24 * 60 * 60 * 1000

/** ISO date of the day that it is in the Netherlands. */
export function dutchDay(atMs: number): string {
  // The Swedish way of writing dates is ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(atMs)
}

/** The day that comes so many days after this one, both ISO dates. Counts on the calendar, where every day is as long. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** How many days lie between two ISO dates. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
