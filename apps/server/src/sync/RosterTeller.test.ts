import { ParticipantId } from '@samenreis/model/ids/participantId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from '../log.ts'
import { RosterTeller } from './RosterTeller.ts'

const roomId = RoomId.parse('a'.repeat(26))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A teller in a room of so many people, and how often it told them. */
function tellerOf(people: number) {
  const connected = new Set(Array.from({ length: people }, (_, number) => ParticipantId.parse(`pa_${number}`)))
  const told = { all: 0, newcomers: 0 }
  const teller = new RosterTeller({
    rooms: { connected: () => connected, tell: () => void (told.all += 1) },
    roster: () => Promise.resolve([]),
    log: createLog('silent'),
  })
  const come = (): void => teller.came(roomId, { sendMessage: () => void (told.newcomers += 1) })
  return { told, come }
}

test('[SE11] a room as usual hears of each who comes at once', async () => {
  const { told, come } = tellerOf(100)
  for (let visit = 0; visit < 20; visit += 1) {
    come()
    await vi.advanceTimersByTimeAsync(1)
  }
  expect(told).toEqual({ all: 20, newcomers: 0 })
})

test('[SE11] a crowd hears of many who come in one telling, and each of them hears at once who is there', async () => {
  const { told, come } = tellerOf(500)
  come()
  await vi.advanceTimersByTimeAsync(1)
  for (let visit = 0; visit < 100; visit += 1) {
    come()
    await vi.advanceTimersByTimeAsync(5)
  }
  expect(told).toEqual({ all: 1, newcomers: 100 })
  await vi.advanceTimersByTimeAsync(1000)
  expect(told.all).toBe(2)
  // Nobody comes any more: nothing is told any more, and the next one is a matter of a moment again.
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told.all).toBe(2)
  come()
  await vi.advanceTimersByTimeAsync(1)
  expect(told.all).toBe(3)
})
