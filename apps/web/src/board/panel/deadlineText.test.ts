import { expect, test } from 'vitest'
import { deadlineButtons, deadlineDay, writtenDay } from '../../actions/deadlineDays.ts'
import { deadlineReading } from './deadlineText.ts'

const SESSION = '2026-03-12'

test.each(['nl', 'en'] as const)('[BV10] what a button writes in %s is read as that very day', (language) => {
  for (const button of deadlineButtons) {
    const day = deadlineDay(button, SESSION)
    const reading = deadlineReading(writtenDay(day, language), SESSION, 'nl')
    expect(reading.kind === 'plain' || reading.kind === 'day', button).toBe(true)
    expect(deadlineReading(day, SESSION, 'nl')).toEqual({ kind: 'day', day: writtenDay(day, 'nl') })
  }
})

test('[BV10] a deadline says how it is read, or that it is not', () => {
  expect(deadlineReading('', SESSION, 'nl')).toEqual({ kind: 'empty' })
  expect(deadlineReading('1 mei 2026', SESSION, 'nl')).toEqual({ kind: 'plain' })
  expect(deadlineReading('binnen 6 weken', SESSION, 'nl')).toEqual({ kind: 'day', day: '23 april 2026' })
  expect(deadlineReading('zo snel mogelijk', SESSION, 'nl')).toEqual({ kind: 'unread' })
})
