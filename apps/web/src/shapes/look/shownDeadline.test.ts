import { expect, test } from 'vitest'
import { shownDeadline } from './shownDeadline.ts'

test('[LK11] a date is shown as people write it', () => {
  expect(shownDeadline('2026-05-01', 'nl')).toBe('1 mei 2026')
  expect(shownDeadline(' 2026-12-31 ', 'en-GB')).toBe('31 December 2026')
})

test('[LK11] words, and what is no date, stay as they were typed', () => {
  for (const typed of ['', 'voor de zomer', '2026-02-30', '2026-13-01', '1 mei', '2026-05-01 of later'])
    expect(shownDeadline(typed, 'nl')).toBe(typed)
})
