import { expect, onTestFinished, test, vi } from 'vitest'
import { SILENCE_LIMIT_MS, type ConnectionState } from './connectionState.ts'
import { RoomConnection } from './RoomConnection.ts'
import { roomId, ScriptedRoom } from './testing/ScriptedRoom.ts'
import { wakefulClock } from './wakefulClock.ts'

/** Longer than the next try of a page that only waits may be away in a test. */
const NEXT_TRY_MS = 60_000

/** A saved connection of a page whose clock is set forward by hand, and everything that it says from then on. */
async function sleeper() {
  const room = await ScriptedRoom.open()
  let sleptMs = 0
  const connection = new RoomConnection({
    roomId,
    serverUrl: room.url,
    now: () => performance.now() + sleptMs,
    // Times 1 s, for the first failure.
    random: () => NEXT_TRY_MS / 1000,
  })
  onTestFinished(async () => {
    connection.destroy()
    await room.close()
  })
  connection.connect()
  await expect.poll(() => connection.state.get().kind).toBe('saved')
  const said: ConnectionState['kind'][] = []
  connection.state.subscribe(() => said.push(connection.state.get().kind))
  const sleep = (ms: number): void => {
    sleptMs += ms
  }
  return { room, connection, said, sleep }
}

/** A page that nobody looks at, until `show`. */
function hiddenPage(): { readonly show: () => void } {
  const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' })
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', new EventTarget())
  onTestFinished(() => void vi.unstubAllGlobals())
  return {
    show: () => {
      page.visibilityState = 'visible'
      page.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

test('[CN18, F60] after a long sleep the connection of before is not believed, though something came by it, and another is made at once', async () => {
  const { room, connection, said, sleep } = await sleeper()
  sleep(SILENCE_LIMIT_MS + 1)
  // Comes before any timer runs, as what a browser kept while the page slept.
  room.tell({ type: 'event', event: { kind: 'votes' } })
  await expect.poll(() => room.connections).toBe(2)
  await expect.poll(() => connection.state.get().kind).toBe('saved')
  expect(said).toEqual(['offline', 'saving', 'saved'])
  // And with nothing kept.
  sleep(SILENCE_LIMIT_MS + 1)
  await expect.poll(() => room.connections, { timeout: 5000 }).toBe(3)
  await expect.poll(() => connection.state.get().kind).toBe('saved')
})

test('[CN18, F60] after a short sleep the server is asked at once', async () => {
  const { room, sleep } = await sleeper()
  sleep(6_000)
  await expect.poll(() => room.probes, { timeout: 5000 }).toBe(1)
  expect(room.connections).toBe(1)
})

test('[CN18, F60] a page that nobody looks at runs once a minute: it asks then and keeps its connection, but for a question without an answer', async () => {
  const { show } = hiddenPage()
  const { room, connection, sleep } = await sleeper()
  for (const minute of [1, 2]) {
    sleep(60_000)
    await expect.poll(() => room.probes, { timeout: 5000 }).toBe(minute)
    room.tell({ type: 'event', event: { kind: 'votes' } })
    await expect.poll(() => connection.state.get().kind).toBe('saved')
  }
  expect(room.connections).toBe(1)
  sleep(60_000)
  await expect.poll(() => room.probes, { timeout: 5000 }).toBe(3)
  sleep(60_000)
  await expect.poll(() => room.connections, { timeout: 5000 }).toBe(2)
  // It is looked at again, after a silence.
  await expect.poll(() => connection.state.get().kind).toBe('saved')
  sleep(SILENCE_LIMIT_MS + 1)
  show()
  await expect.poll(() => room.connections).toBe(3)
})

test('[CN18, F60] the clock goes on while the device sleeps, never goes back, and hears no small correction', () => {
  const time = { steady: 0, wall: 1_000_000 }
  const now = wakefulClock(
    () => time.steady,
    () => time.wall,
  )
  const after = (ms: number, wallMs = ms): number => {
    time.steady += ms
    time.wall += wallMs
    return now()
  }
  expect(after(1_000)).toBe(1_000)
  expect(after(10, 120_010)).toBe(121_010)
  expect(after(1_000, 3_000)).toBe(122_010)
  expect(after(1_000, -3_600_000)).toBe(123_010)
  expect(after(1_000)).toBe(124_010)
})
