import { messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { Inbox } from './Inbox.ts'
import { defaultLimits } from './limits.ts'
import { RoomTurns } from './RoomTurns.ts'

/** Counts as an edit. */
const edit = Uint8Array.of(messageTypes.sync, syncTypes.update)
const FRAME_MS = 10
const SECONDS = 10

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

/** So many connections of one room that each send as much as they may, for some seconds. Returns what was handled of each. */
function played(connections: number): number[] {
  let workedMs = 0
  const clock = (): number => performance.now() + workedMs
  const turns = new RoomTurns(defaultLimits.roomHandlingMs, clock)
  const handled = Array.from({ length: connections }, () => 0)
  const inboxes = handled.map((_, at) => {
    const onFrame = (): void => {
      workedMs += FRAME_MS
      handled[at] = (handled[at] ?? 0) + 1
    }
    return new Inbox({ clock, limits: defaultLimits, turns, onFrame, onPressure: () => undefined })
  })
  for (let count = 0; count < 1000; count += 1) for (const inbox of inboxes) inbox.add(edit)
  // Time goes on by what was worked as well as by what was waited.
  while (clock() < SECONDS * 1000) vi.advanceTimersByTime(1)
  for (const inbox of inboxes) inbox.close()
  expect(vi.getTimerCount()).toBe(0)
  return handled
}

test('[SE30] one connection gets a quarter of the time at most', () => {
  const [frames = 0] = played(1)
  expect(frames * FRAME_MS).toBeGreaterThan(250 * SECONDS - 100)
  expect(frames * FRAME_MS).toBeLessThan(250 * SECONDS + 600)
})

test('[SE30, F57] ten connections of one room get half of the time at most, each as much as the others', () => {
  const frames = played(10)
  const all = frames.reduce((sum, each) => sum + each, 0)
  expect(all * FRAME_MS).toBeGreaterThan(500 * SECONDS - 100)
  expect(all * FRAME_MS).toBeLessThan(500 * SECONDS + 200)
  expect(Math.max(...frames) - Math.min(...frames)).toBeLessThan(0.2 * Math.max(...frames))
})
