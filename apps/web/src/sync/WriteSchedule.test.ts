import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GESTURE_WRITE_MS, SETTLE_MS, WriteSchedule } from './WriteSchedule.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function schedule() {
  const written: string[] = []
  const start = Date.now()
  const note = (how: string) => (): void => {
    made.noteWritten()
    written.push(`${how} at ${Date.now() - start}`)
  }
  const made = new WriteSchedule({ now: () => Date.now(), writeNow: note('now'), writeLater: note('later') })
  return { schedule: made, written }
}

test('[BD6] the first change goes at the end of the turn, the next ones 50 ms later, once', async () => {
  const { schedule: made, written } = schedule()
  made.plan(false)
  made.plan(false)
  expect(written).toEqual([])
  await Promise.resolve()
  expect(written).toEqual(['now at 0'])
  vi.advanceTimersByTime(10)
  made.plan(false)
  vi.advanceTimersByTime(20)
  made.plan(false)
  vi.advanceTimersByTime(1000)
  expect(written).toEqual(['now at 0', `later at ${GESTURE_WRITE_MS}`])
})

test('[BD6] a record that came or went waits for nothing', async () => {
  const { schedule: made, written } = schedule()
  made.noteWritten()
  made.plan(true)
  await Promise.resolve()
  expect(written).toEqual(['now at 0'])
})

test('[BD6] it is looked whether a gesture has ended unless something is written sooner, and never after a cancel', () => {
  const { schedule: made, written } = schedule()
  made.noteWritten()
  made.planSettling()
  vi.advanceTimersByTime(SETTLE_MS)
  expect(written).toEqual([`later at ${SETTLE_MS}`])
  made.planSettling()
  made.plan(false)
  vi.advanceTimersByTime(1000)
  expect(written).toEqual([`later at ${SETTLE_MS}`, `later at ${SETTLE_MS + GESTURE_WRITE_MS}`])
  made.planSettling()
  made.cancel()
  vi.advanceTimersByTime(1000)
  expect(written).toHaveLength(2)
})
