import { expect, test } from 'vitest'
import { calendarDate, isoDate, parseIsoDate, plusDays, plusMonths } from './calendarDate.ts'
import { parseDeadline } from './deadline.ts'

const session = { year: 2026, month: 3, day: 12 }
const read = (text: string, today = session) => {
  const day = parseDeadline(text, today)
  return day === null ? null : isoDate(day)
}

test.each([
  ['2026-06-01', '2026-06-01'],
  ['1-5-2026', '2026-05-01'],
  ['01-05-2026', '2026-05-01'],
  ['1 mei', '2026-05-01'],
  ['12 maart', '2026-03-12'],
  ['11 maart', '2027-03-11'],
  ['1 mei 2025', '2025-05-01'],
  ['eind mei', '2026-05-31'],
  ['eind februari', '2027-02-28'],
  ['eind februari 2028', '2028-02-29'],
  ['q2 2026', '2026-06-30'],
  ['Q4  2026 ', '2026-12-31'],
  ['binnen 6 weken', '2026-04-23'],
  ['binnen 10 dagen', '2026-03-22'],
  ['binnen 3 maanden', '2026-06-12'],
  ['binnen 1 week', '2026-03-19'],
])('[AX401] the deadline "%s" is %s', (text, date) => {
  expect(read(text)).toBe(date)
})

test.each([
  'na de zomer',
  'asap',
  'januari?',
  '1 mei of later',
  '31-2-2026',
  '2026-13-01',
  '31 april',
  'q5 2026',
  'binnen 9999 maandenlang',
  'binnen 99999 weken',
  '1-5-26',
  '',
])('[AX401] "%s" is no day', (text) => {
  expect(read(text)).toBeNull()
})

test('[AX401] 29 February without a year is the first one that comes, over a century too', () => {
  expect(read('29 februari')).toBe('2028-02-29')
  expect(read('29 februari', { year: 2096, month: 3, day: 1 })).toBe('2104-02-29')
})

test('[AX403] a day is a day: whole, in the calendar, without a time zone', () => {
  expect(calendarDate(2026, 2, 29)).toBeNull()
  expect(calendarDate(2000, 2, 29)).toEqual({ year: 2000, month: 2, day: 29 })
  expect(calendarDate(1900, 2, 29)).toBeNull()
  expect(calendarDate(2026, 1, 1.5)).toBeNull()
  expect(parseIsoDate('2026-3-1')).toBeNull()
  expect(isoDate({ year: 45, month: 3, day: 7 })).toBe('0045-03-07')
})

test('[AX403] days and months later', () => {
  // The nights in which clocks change in the Netherlands are in between.
  expect(plusDays({ year: 2026, month: 3, day: 28 }, 2)).toEqual({ year: 2026, month: 3, day: 30 })
  expect(plusDays({ year: 2026, month: 10, day: 24 }, 2)).toEqual({ year: 2026, month: 10, day: 26 })
  expect(plusMonths({ year: 2026, month: 1, day: 31 }, 1)).toEqual({ year: 2026, month: 2, day: 28 })
  expect(plusMonths({ year: 2026, month: 11, day: 30 }, 3)).toEqual({ year: 2027, month: 2, day: 28 })
  expect(plusDays({ year: 9999, month: 12, day: 31 }, 1)).toBeNull()
  expect(plusMonths({ year: 9999, month: 12, day: 31 }, 1)).toBeNull()
})
