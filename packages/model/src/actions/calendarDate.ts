/** A day without a time and without a time zone (actions.md D4): dates are dates. Month 1…12. */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MS_PER_DAY = 86_400_000

/** The day, or null when there is no such day: 31-2-2026 is not 3-3-2026. Years 1…9999. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const isDay = Number.isInteger(day) && day >= 1 && day <= 31
  if (!isYear(year) || !Number.isInteger(month) || month < 1 || month > 12 || !isDay) return null
  return day <= daysInMonth(year, month) ? { year, month, day } : null
}

/** `2026-05-01` as a day, or null. */
export function parseIsoDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text)
  return match === null ? null : calendarDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** `2026-05-01`. Of two days the earlier one is also the smaller text. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Number of days later, or null beyond the year 9999. */
export function plusDays(date: CalendarDate, days: number): CalendarDate | null {
  // Counted in UTC, where every day is as long as the next.
  const then = new Date(utcMs(date) + days * MS_PER_DAY)
  return calendarDate(then.getUTCFullYear(), then.getUTCMonth() + 1, then.getUTCDate())
}

/** The same day so many months later, or the last day of that month when it is shorter; null beyond the year 9999. */
export function plusMonths({ year, month, day }: CalendarDate, months: number): CalendarDate | null {
  const index = year * 12 + (month - 1) + months
  const [thenYear, thenMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return isYear(thenYear) ? calendarDate(thenYear, thenMonth, Math.min(day, daysInMonth(thenYear, thenMonth))) : null
}

/** The last day of a month, or null when there is no such month. */
export function endOfMonth(year: number, month: number): CalendarDate | null {
  return isYear(year) && month >= 1 && month <= 12 ? calendarDate(year, month, daysInMonth(year, month)) : null
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1 && year <= 9999
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function utcMs({ year, month, day }: CalendarDate): number {
  // Date.UTC takes the years 0…99 for 1900…1999.
  return new Date(0).setUTCFullYear(year, month - 1, day)
}
