import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { STABLE_AFTER_MS } from './reconnect.ts'
import { ReconnectPlan } from './ReconnectPlan.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function plan() {
  const tries: number[] = []
  const made = new ReconnectPlan({ connect: () => tries.push(Date.now() - start), random: () => 0.5 })
  const start = Date.now()
  return { tries, plan: made }
}

test('[CN3] each failure doubles the wait, and a connection that lasted a minute starts it anew', () => {
  const { plan: made, tries } = plan()
  made.noteClosed(0)
  made.noteClosed(0)
  made.tryAgain(null, null)
  vi.advanceTimersByTime(10_000)
  expect(tries).toEqual([1000])
  made.noteOpened(0)
  made.noteClosed(STABLE_AFTER_MS + 1)
  made.tryAgain(null, null)
  vi.advanceTimersByTime(10_000)
  expect(tries).toEqual([1000, 10_500])
})

test('[CN3] there is one try at a time, and none after it was cancelled', () => {
  const { plan: made, tries } = plan()
  made.noteClosed(0)
  made.tryAgain(null, null)
  made.tryAgain('restarting', 4000)
  vi.advanceTimersByTime(60_000)
  expect(tries).toEqual([6500])
  made.tryAgain(null, null)
  made.cancel()
  vi.advanceTimersByTime(60_000)
  expect(tries).toHaveLength(1)
})

test('[CN3, F53] tries that never open anything go on doubling, however long ago the last good connection began', () => {
  const made: number[] = []
  const plan53 = new ReconnectPlan({ connect: () => made.push(Date.now()), random: () => 0.5 })
  plan53.noteOpened(0)
  const waits: number[] = []
  for (let failure = 1; failure <= 8; failure += 1) {
    const since = Date.now()
    plan53.noteClosed(failure * 2 * STABLE_AFTER_MS)
    plan53.tryAgain(null, null)
    vi.advanceTimersByTime(60_000)
    waits.push((made.at(-1) ?? 0) - since)
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
})
