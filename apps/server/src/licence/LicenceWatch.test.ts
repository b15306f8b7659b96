import { tldrawKey } from '@samenreis/model/testing/tldrawKey'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { LicenceWatch } from './LicenceWatch.ts'

const DAY_MS = 86_400_000
const host = 'samenreis.gemeente.example'
const origins = [`https://${host}`]

afterEach(() => vi.useRealTimers())

/** What is said at the start. @param today ISO date */
function said(key: string | null, today: string, at: readonly string[] | null = origins): string[] {
  const events: string[] = []
  const note = (event: string, fields?: { numbers?: object }): void =>
    void events.push([event, ...Object.values(fields?.numbers ?? {})].join(' '))
  const watch = new LicenceWatch({
    key,
    origins: at,
    now: () => Date.parse(`${today}T12:00:00Z`),
    log: { warn: note, error: note },
  })
  watch.stop()
  return events
}

test('[OP12, F95] a licence that is missing, unreadable or for another host is said at the start', () => {
  const good = tldrawKey([host], '2027-12-31')
  expect(said(null, '2026-11-26')).toEqual(['licence-missing'])
  expect(said(null, '2026-11-26', ['http://10.0.0.4:8787'])).toEqual([])
  expect(said(null, '2026-11-26', null)).toEqual([])
  expect(said('tldraw-key', '2026-11-26')).toEqual(['licence-unreadable'])
  expect(said(good, '2026-11-26')).toEqual([])
  expect(said(good, '2026-11-26', ['https://elsewhere.example'])).toEqual(['licence-other-host'])
})

test('[OP12, F95] its end is announced 60 days ahead, and said from its last day on', () => {
  const key = tldrawKey([host], '2026-12-31')
  expect(said(key, '2026-10-31')).toEqual([])
  expect(said(key, '2026-11-01')).toEqual(['licence-ends-soon 60'])
  expect(said(key, '2026-12-31')).toEqual(['licence-ends-soon 0'])
  expect(said(key, '2027-01-01')).toEqual(['licence-over 1'])
  expect(said(tldrawKey([host], '2020-01-01', 'perpetual'), '2026-11-26')).toEqual([])
})

test('[OP12, F95] a server that runs for weeks says it once a day, and not after its stop', () => {
  vi.useFakeTimers({ now: Date.parse('2026-10-30T12:00:00Z') })
  const warn = vi.fn()
  const key = tldrawKey([host], '2026-12-31')
  const watch = new LicenceWatch({ key, origins, now: Date.now, log: { warn, error: warn } })
  onTestFinished(() => watch.stop())
  vi.advanceTimersByTime(DAY_MS)
  expect([warn.mock.calls.length, watch.daysLeft]).toEqual([0, 61])
  vi.advanceTimersByTime(3 * DAY_MS)
  expect(warn).toHaveBeenCalledTimes(3)
  watch.stop()
  vi.advanceTimersByTime(3 * DAY_MS)
  expect(warn).toHaveBeenCalledTimes(3)
})
