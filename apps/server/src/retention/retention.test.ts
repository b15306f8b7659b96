import type { Room } from '@samenreis/model/api/rooms'
import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { problemOf, TestApi } from '../testing/TestApi.ts'
import { daysAfter, dutchDay } from './dutchDay.ts'
import { RetentionSweep } from './RetentionSweep.ts'
import { SECOND_READING_MS, TrustedTime } from './TrustedTime.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const START_MS = Date.parse('2026-11-22T09:00:00Z')

/** A machine whose two clocks run together until somebody sets the one on the wall. */
class Machine {
  wallMs = START_MS
  countMs = 0
  time = this.started(null)

  started(storedMs: number | null): TrustedTime {
    return new TrustedTime({ wall: () => this.wallMs, clock: () => this.countMs, storedMs })
  }

  pass(ms: number): void {
    this.wallMs += ms
    this.countMs += ms
  }

  /** Reads as often as the server does while so much time passes; the last reading. */
  readFor(ms: number): number {
    let read = this.time.read()
    for (let at = 0; at < ms; at += SECOND_READING_MS) {
      this.pass(SECOND_READING_MS)
      read = this.time.read()
    }
    return read
  }
}

test('[PY3, F85] a clock that runs as it should is believed, and a small correction follows it without going back', () => {
  const machine = new Machine()
  expect(machine.readFor(DAY_MS)).toBe(START_MS + DAY_MS)
  machine.wallMs += 2 * MINUTE_MS
  expect(machine.time.read()).toBe(START_MS + DAY_MS + 2 * MINUTE_MS)
  machine.wallMs -= MINUTE_MS
  expect(machine.time.read()).toBe(START_MS + DAY_MS + 2 * MINUTE_MS)
})

test('[PY3, F85] a clock that is set back extends nothing, also when the process starts again', () => {
  const machine = new Machine()
  machine.time.read()
  machine.wallMs -= 400 * DAY_MS
  expect(machine.readFor(30 * DAY_MS)).toBe(START_MS + 30 * DAY_MS)
  machine.countMs = 0
  machine.time = machine.started(START_MS + 30 * DAY_MS)
  expect(machine.readFor(DAY_MS)).toBe(START_MS + 31 * DAY_MS)
})

test('[PY3, F85] a jump forward counts when a second reading, ten minutes later, says the same; one that is put right counts never', () => {
  const machine = new Machine()
  machine.time.read()
  machine.wallMs += 400 * DAY_MS
  expect(machine.time.read()).toBe(START_MS)
  machine.pass(SECOND_READING_MS - MINUTE_MS)
  expect(machine.time.read()).toBe(START_MS + SECOND_READING_MS - MINUTE_MS)
  machine.pass(MINUTE_MS)
  expect(machine.time.read()).toBe(START_MS + 400 * DAY_MS + SECOND_READING_MS)

  const corrected = new Machine()
  corrected.time.read()
  corrected.wallMs += 400 * DAY_MS
  corrected.time.read()
  corrected.wallMs -= 400 * DAY_MS
  expect(corrected.readFor(DAY_MS)).toBe(START_MS + DAY_MS)
})

test('[PY3, F85] two readings that jump by different times confirm nothing', () => {
  const machine = new Machine()
  machine.time.read()
  for (let jump = 1; jump <= 20; jump += 1) {
    machine.wallMs += jump * DAY_MS
    machine.pass(SECOND_READING_MS)
    expect(machine.time.read()).toBe(START_MS + jump * SECOND_READING_MS)
  }
})

test('[PY3, F85] the time that the server did not run passes too, ten minutes after it starts again', () => {
  const machine = new Machine()
  machine.wallMs = START_MS + 21 * DAY_MS
  machine.time = machine.started(START_MS)
  expect(machine.time.read()).toBe(START_MS)
  expect(machine.readFor(SECOND_READING_MS)).toBe(START_MS + 21 * DAY_MS + SECOND_READING_MS)
})

test('[PY1] days are those of the Netherlands, also over the change of the clocks', () => {
  expect(dutchDay(Date.parse('2026-11-22T22:59:00Z'))).toBe('2026-11-22')
  expect(dutchDay(Date.parse('2026-11-22T23:00:00Z'))).toBe('2026-11-23')
  expect(daysAfter('2026-10-20', 30)).toBe('2026-11-19')
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29')
})

test('[PY1] a room is kept for 30 days after its last use, and for a year at most', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  expect(made.room.retention).toEqual({ until: '2026-12-22', daysLeft: 30, latest: '2027-11-22', chosen: false })
  const use = async (): Promise<Room> => {
    const { room } = await api.join(made, 'facilitator')
    await api.ask('GET', `/api/v1/rooms/${made.room.id}`, { token: (await api.join(made)).token })
    return { ...room, retention: (await read()).retention }
  }
  const read = async (): Promise<Room> => {
    const { token } = await api.join(made)
    const answer = await api.ask('GET', `/api/v1/rooms/${made.room.id}`, { token })
    return ((await answer.json()) as { room: Room }).room
  }
  api.nowMs += 10 * DAY_MS
  await use()
  expect((await read()).retention).toEqual({ until: '2027-01-01', daysLeft: 30, latest: '2027-11-22', chosen: false })
  api.nowMs += 340 * DAY_MS
  await use()
  expect((await read()).retention).toEqual({ until: '2027-11-22', daysLeft: 15, latest: '2027-11-22', chosen: false })
})

test('[PY1] forty people who come at once move the end once, and a failing store turns nobody away', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const { token } = await api.join(made)
  let moves = 0
  const { directory } = api.storage
  const extend = directory.extendRetention.bind(directory)
  directory.extendRetention = (...args) => {
    moves += 1
    return extend(...args)
  }
  api.nowMs += 2 * 60 * MINUTE_MS
  const ask = () => api.ask('GET', `/api/v1/rooms/${made.room.id}`, { token })
  await Promise.all(Array.from({ length: 40 }, ask))
  expect(moves).toBe(0)
  // Still within the length of a session, and another day.
  api.nowMs = Date.parse('2026-11-22T16:30:00Z')
  const late = await api.join(made, 'facilitator')
  api.nowMs = Date.parse('2026-11-23T16:30:00Z')
  const again = () => api.ask('GET', `/api/v1/rooms/${made.room.id}`, { token: late.token })
  await Promise.all(Array.from({ length: 40 }, again))
  expect(moves).toBe(1)
  api.nowMs += DAY_MS
  directory.extendRetention = () => Promise.reject(new Error('MARKER'))
  expect((await again()).status).toBe(200)
  expect(api.logged.join('')).toContain('retention-not-moved')
  expect(api.logged.join('')).not.toContain('MARKER')
})

test('[PY1] a facilitator chooses the end, from today to a year after the making; then use does not move it', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const [leader, guest] = [await api.join(made, 'facilitator'), await api.join(made)]
  const path = `/api/v1/rooms/${made.room.id}`
  const choose = (retentionUntil: string, { token } = leader) =>
    api.ask('PATCH', path, { token, body: { retentionUntil } })
  for (const day of ['2026-11-21', '2027-11-23', '2026-02-30', 'morgen']) {
    const problem = await problemOf(await choose(day))
    expect([problem.code, problem.fields]).toEqual(['invalid-request', ['retentionUntil']])
  }
  expect((await problemOf(await choose('2026-12-01', guest))).code).toBe('forbidden')
  for (const day of ['2026-11-22', '2027-11-22', '2026-12-31']) {
    const answer = await choose(day)
    expect(((await answer.json()) as Room).retention).toMatchObject({ until: day, chosen: true })
  }
  api.nowMs += 5 * DAY_MS
  await api.ask('GET', path, { token: leader.token })
  const { room } = (await (await api.ask('GET', path, { token: leader.token })).json()) as { room: Room }
  expect(room.retention).toMatchObject({ until: '2026-12-31', daysLeft: 34, chosen: true })
  expect([room.title, room.question]).toEqual([made.room.title, made.room.question])
  // Chosen at the making, too.
  expect((await api.createRoom({ retentionUntil: '2026-11-30' })).room.retention).toMatchObject({ until: '2026-11-30' })
  const tooLong = { title: 'Proef', retentionUntil: '2027-12-01' }
  expect((await problemOf(await api.ask('POST', '/api/v1/rooms', { body: tooLong }))).fields).toEqual([
    'retentionUntil',
  ])
})

test('[PY2, PY3, F85] a room is erased when its last day is over, by a clock that is sure; others stay', async () => {
  const api = new TestApi()
  const machine = new Machine()
  const [ends, stays] = [await api.createRoom({ retentionUntil: '2026-11-30' }), await api.createRoom()]
  const { directory } = api.storage
  const sweep = () =>
    new RetentionSweep({
      directory,
      time: machine.time,
      erase: (roomId) => api.erasures.eraseRoom(roomId, null),
      log: createLog('silent'),
    }).run()
  const rooms = async (): Promise<string[]> => [...(await directory.roomIds())].toSorted()
  const both = [ends.room.id, stays.room.id].toSorted() as string[]

  // Set forward for a moment, and put right before it is confirmed.
  machine.wallMs += 400 * DAY_MS
  await sweep()
  machine.wallMs -= 400 * DAY_MS
  machine.pass(SECOND_READING_MS)
  await sweep()
  expect(await rooms()).toEqual(both)

  // The last day itself; set back on it, which gives it no day more.
  machine.readFor(8 * DAY_MS)
  await sweep()
  expect(await rooms()).toEqual(both)
  machine.wallMs -= 100 * DAY_MS
  machine.readFor(DAY_MS)
  await sweep()
  expect(await rooms()).toEqual([stays.room.id])
  expect(await directory.trustedTime()).toMatch(/^2026-12-01T/)
})

test('[PY2] one room that cannot be erased holds up no other, and is tried again', async () => {
  const api = new TestApi()
  const [first, second] = [await api.createRoom(), await api.createRoom()]
  let fails = true
  const sweep = new RetentionSweep({
    directory: api.storage.directory,
    time: { read: () => START_MS + 100 * DAY_MS },
    erase: (roomId) => {
      if (fails && roomId === first.room.id) return Promise.reject(new Error('MARKER'))
      return api.erasures.eraseRoom(roomId, null)
    },
    log: createLog('silent'),
  })
  await sweep.run()
  expect(await api.storage.directory.roomIds()).toEqual([first.room.id])
  fails = false
  await Promise.all([sweep.run(), sweep.run()])
  expect(await api.storage.directory.roomIds()).toEqual([])
  expect(second.room.id).not.toBe(first.room.id)
})
