import {
  calendarDate,
  endOfMonth,
  isoDate,
  parseIsoDate,
  plusDays,
  plusMonths,
  type CalendarDate,
} from './calendarDate.ts'
import type { ImprovementAction, Warning } from './improvementAction.ts'
import { collapsed } from '../journey/label.ts'

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
]

/** A day of a month without a year comes within eight years, 29 February included: 2097 to 2104 is the longest wait. */
const FARTHEST_COMING_YEARS = 8

type Reader = (match: RegExpExecArray, today: CalendarDate) => CalendarDate | null

/** The ways of writing that are read (actions.md D4), each with what it means. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^\d{4}-\d{2}-\d{2}$/u, ([text]) => parseIsoDate(text)],
  [/^(\d{1,2})-(\d{1,2})-(\d{4})$/u, ([, day, month, year]) => calendarDate(Number(year), Number(month), Number(day))],
  [
    new RegExp(`^(\\d{1,2}) (${MONTHS.join('|')})(?: (\\d{4}))?$`, 'u'),
    ([, day, month = '', year], today) =>
      inYearOrComing(year, today, (each) => calendarDate(each, monthOf(month), Number(day))),
  ],
  [
    new RegExp(`^eind (${MONTHS.join('|')})(?: (\\d{4}))?$`, 'u'),
    ([, month = '', year], today) => inYearOrComing(year, today, (each) => endOfMonth(each, monthOf(month))),
  ],
  [/^q([1-4]) (\d{4})$/u, ([, quarter, year]) => endOfMonth(Number(year), Number(quarter) * 3)],
  [/^binnen (\d{1,4}) (?:dag|dagen)$/u, ([, count], today) => plusDays(today, Number(count))],
  [/^binnen (\d{1,4}) (?:week|weken)$/u, ([, count], today) => plusDays(today, Number(count) * 7)],
  [/^binnen (\d{1,4}) (?:maand|maanden)$/u, ([, count], today) => plusMonths(today, Number(count))],
]

/**
 * The day that a Dutch deadline means, or null when it cannot be told (actions.md D4). Capitals and double spaces do not matter.
 *
 * @param sessionDate the day on which it was said: `binnen 6 weken` counts from it, `1 mei` is the first one from it on
 */
export function parseDeadline(text: string, sessionDate: CalendarDate): CalendarDate | null {
  const words = collapsed(text).toLowerCase()
  for (const [pattern, read] of readers) {
    const match = pattern.exec(words)
    if (match !== null) return read(match, sessionDate)
  }
  return null
}

/** The deadline of an action: what was typed stays, the day beside it where it could be read. */
export function readDeadline(
  typed: string,
  sessionDate: string,
): { readonly deadline: ImprovementAction['deadline']; readonly warnings: readonly Warning[] } {
  const text = collapsed(typed)
  if (text === '') return { deadline: null, warnings: [] }
  const today = parseIsoDate(sessionDate)
  const day = today === null ? null : parseDeadline(text, today)
  if (day === null) return { deadline: { date: null, text }, warnings: [{ code: 'DEADLINE_UNPARSED', refs: [] }] }
  const date = isoDate(day)
  return { deadline: { date, text }, warnings: date < sessionDate ? [{ code: 'DEADLINE_PAST', refs: [] }] : [] }
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name) + 1
}

function inYearOrComing(
  year: string | undefined,
  today: CalendarDate,
  inYear: (year: number) => CalendarDate | null,
): CalendarDate | null {
  if (year !== undefined) return inYear(Number(year))
  for (let each = today.year; each <= today.year + FARTHEST_COMING_YEARS; each += 1) {
    const day = inYear(each)
    if (day !== null && isoDate(day) >= isoDate(today)) return day
  }
  return null
}
