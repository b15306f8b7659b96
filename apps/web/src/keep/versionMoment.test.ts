import { expect, test } from 'vitest'
import { spokenMoment } from './versionMoment.ts'

test('[KP2] a moment is told as today, yesterday, or with its day', () => {
  const now = new Date(2026, 10, 22, 11, 5)
  expect(spokenMoment(new Date(2026, 10, 22, 10, 40), now, 'nl')).toEqual({
    day: 'today',
    date: '22 november',
    time: '10.40',
  })
  expect(spokenMoment(new Date(2026, 10, 21, 23, 59), now, 'nl').day).toBe('yesterday')
  expect(spokenMoment(new Date(2026, 10, 20, 23, 59), now, 'en')).toMatchObject({ day: 'earlier', date: 'November 20' })
})
