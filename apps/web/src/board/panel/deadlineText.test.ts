import { expect, test } from 'vitest'
import { dayInWords, dayOf } from './deadlineText.ts'

test.each([
  ['nextWeek', '2026-03-12', '2026-03-19'],
  ['nextWeek', '2026-12-28', '2027-01-04'],
  ['nextMonth', '2026-03-12', '2026-04-12'],
  ['nextMonth', '2026-01-31', '2026-02-28'],
  ['nextMonth', '2026-12-31', '2027-01-31'],
  ['summer', '2026-03-12', '2026-06-21'],
  ['summer', '2026-07-01', '2027-06-21'],
  ['yearEnd', '2026-03-12', '2026-12-31'],
  ['yearEnd', '2026-12-31', '2027-12-31'],
] as const)('%s, said on %s, is %s', (moment, from, day) => {
  expect(dayOf(moment, from)).toBe(day)
})

test('a day is written as people say it, in their language', () => {
  expect(dayInWords('2026-05-01', 'nl')).toBe('1 mei 2026')
  expect(dayInWords('2026-05-01', 'en')).toBe('1 May 2026')
  expect(dayInWords('volgende week', 'nl')).toBe('')
  expect(dayInWords('2026-19-41', 'nl')).toBe('')
})
