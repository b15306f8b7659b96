import { expect, test, vi } from 'vitest'
import { ServerClock } from './ServerClock.ts'

test('[UI21, F20] the moment is the server’s and goes on by a clock that never jumps, whatever the device takes it for', () => {
  vi.useFakeTimers({ now: Date.parse('2099-03-05T10:00:00Z'), toFake: ['Date'] })
  try {
    let elapsed = 1_000
    const clock = new ServerClock(() => elapsed)
    expect(clock.now().getFullYear()).toBe(2099)
    clock.note('Thu, 26 Nov 2026 12:00:00 GMT')
    elapsed += 90_000
    vi.setSystemTime(Date.parse('1980-01-01T00:00:00Z'))
    expect(clock.now().toISOString()).toBe('2026-11-26T12:01:30.000Z')
    for (const none of [null, '', 'yesterday']) clock.note(none)
    expect(clock.now().toISOString()).toBe('2026-11-26T12:01:30.000Z')
  } finally {
    vi.useRealTimers()
  }
})
