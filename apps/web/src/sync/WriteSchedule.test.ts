import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GESTURE_WRITE_MS, SETTLE_MS, WriteSchedule } from './WriteSchedule.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** @param records how many are written each time */
function schedule(records = 1) {
  const written: string[] = []
  const start = Date.now()
  const note = (how: string) => (): void => {
    made.noteWritten(records)
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

test('[BD6] the more records a gesture moves, the less often they leave: 400 a second, and once in a second at least', async () => {
  for (const [records, pauseMs] of [
    [20, GESTURE_WRITE_MS],
    [100, 250],
    [600, 1000],
  ] as const) {
    const { schedule: made, written } = schedule(records)
    made.plan(false)
    await Promise.resolve()
    for (let ms = 0; ms < 2000; ms += 10) {
      made.plan(false)
      vi.advanceTimersByTime(10)
    }
    expect([records, written.slice(0, 2)]).toEqual([records, ['now at 0', `later at ${pauseMs}`]])
    expect([records, written.length]).toEqual([records, 1 + 2000 / pauseMs])
    made.cancel()
  }
})

test('[BD6] a record that came or went waits for nothing', async () => {
  const { schedule: made, written } = schedule()
  made.noteWritten(1)
  made.plan(true)
  await Promise.resolve()
  expect(written).toEqual(['now at 0'])
})

test('[BD6] it is looked whether a gesture has ended unless something is written sooner, and never after a cancel', () => {
  const { schedule: made, written } = schedule()
  made.noteWritten(1)
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
