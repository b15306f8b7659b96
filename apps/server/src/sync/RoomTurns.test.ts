import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { RoomTurns } from './RoomTurns.ts'

const FRAME_MS = 10
/** A frame of 10 ms costs the room 20 ms, and three of them may come at once. */
const RATE = { perSecond: 500, burst: 3 * FRAME_MS }

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

/** Somebody who has so many frames to be handled, as an Inbox has. */
function sender(turns: RoomTurns, name: string, frames: number, handled: string[]): void {
  let left = frames
  const turn = (): void => {
    handled.push(name)
    left -= 1
    turns.spend(FRAME_MS)
    next()
  }
  const next = (): void => {
    if (left === 0) return
    if (turns.areFree) turn()
    else turns.ask(turn)
  }
  next()
}

test('[SE30, F57] above the share of a room each has one frame of his at a time, and nobody is passed over', () => {
  const turns = new RoomTurns(RATE, () => performance.now())
  const handled: string[] = []
  sender(turns, 'loud', 50, handled)
  sender(turns, 'louder', 50, handled)
  sender(turns, 'quiet', 1, handled)
  expect(handled).toEqual(['loud', 'loud', 'loud'])
  vi.advanceTimersByTime(200)
  expect(handled.indexOf('quiet')).toBeLessThan(6)
  vi.advanceTimersByTime(10_000)
  expect(handled.length).toBe(101)
})

test('[SE30, F57] all of a room together get no more of the time than its share', () => {
  const turns = new RoomTurns(RATE, () => performance.now())
  const handled: string[] = []
  for (let each = 0; each < 10; each += 1) sender(turns, `p${each}`, 1000, handled)
  vi.advanceTimersByTime(10_000)
  // Half of ten seconds, and what may come at once.
  expect(handled.length * FRAME_MS).toBeGreaterThan(4800)
  expect(handled.length * FRAME_MS).toBeLessThan(5000 + 2 * RATE.burst)
})

test('[SE30, F57] what is done for a room between its frames takes of its share, also when it fails', () => {
  let nowMs = 0
  const turns = new RoomTurns(RATE, () => nowMs)
  const work = (ms: number): string => {
    nowMs += ms
    return 'done'
  }
  expect([turns.charge(() => work(20)), turns.areFree]).toEqual(['done', true])
  const fails = (): never => {
    work(80)
    throw new Error('No good')
  }
  expect(() => turns.charge(fails)).toThrow('No good')
  expect(turns.areFree).toBe(false)
  const called: string[] = []
  turns.ask(() => void called.push('frame'))
  // It owes 50 ms, and gets half a millisecond in each.
  nowMs += 90
  vi.advanceTimersByTime(90)
  expect(called).toEqual([])
  nowMs += 12
  vi.advanceTimersByTime(12)
  expect(called).toEqual(['frame'])
})

test('[SE30] who left is not called any more, and the others are', () => {
  const turns = new RoomTurns(RATE, () => performance.now())
  turns.spend(100)
  const called: string[] = []
  const first = (): void => void called.push('first')
  turns.ask(first)
  turns.ask(() => void called.push('second'))
  turns.leave(first)
  vi.advanceTimersByTime(1000)
  expect(called).toEqual(['second'])
  expect(vi.getTimerCount()).toBe(0)
})
