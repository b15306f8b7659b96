import { CreatedRoom, CreatedSession } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { gate, startFaultyServer } from '../support/faultyServer.ts'
import { temporaryFolder } from '../support/folder.ts'
import { MainProcess } from '../support/MainProcess.ts'
import { openRaw, type RawClient } from '../support/RawClient.ts'
import { addStep } from '../support/records.ts'
import { tokenOf } from '../support/TestAdmissions.ts'
import { connectWeb } from '../support/webClient.ts'

/** The whole case, on a machine that does nothing else: `RETURN_CLIENTS=500 RETURN_ROOMS=50 RETURN_LOOP_S=0.2`. */
const CLIENTS = Number(process.env['RETURN_CLIENTS'] ?? 150)
const ROOMS = Number(process.env['RETURN_ROOMS'] ?? 15)
/** The case's own bound from the signal on, and what a machine that is busy with other tests may take beside it. */
const BACK_MS = 20_000
const BUSY_MS = 10_000
/** Most of all tries that may fall in one second: spread over ten they are a tenth to a fifth, in a flood all. */
const SHARE_OF_ONE_SECOND = 0.4
/** 99 of 100 turns of the server's event loop are later than due by at most so long while all come in. */
const LOOP_DELAY_S = Number(process.env['RETURN_LOOP_S'] ?? 1)
const METRICS_TOKEN = 'a-token-of-the-one-who-watches'

interface Person {
  readonly room: RoomId
  readonly token: string
}

/** People in rooms of their own, each by a session as the door gives it. */
async function admit(server: MainProcess): Promise<Person[]> {
  const people: Person[] = []
  for (let number = 0; number < ROOMS; number += 1) {
    const made = await server.ask('POST', '/rooms', { body: { title: 'Proef' } })
    const { room, links } = CreatedRoom.parse(await made.json())
    for (let person = number; person < CLIENTS; person += ROOMS) {
      const body = { secret: links.participant }
      const entered = await server.ask('POST', `/rooms/${room.id}/sessions`, { body })
      people.push({ room: room.id, token: CreatedSession.parse(await entered.json()).token })
    }
  }
  return people
}

async function reading(server: MainProcess, name: string): Promise<number> {
  const text = await (await server.askRoot('/metrics', METRICS_TOKEN)).text()
  const line = text.split('\n').find((each) => each.startsWith(`samenreis_${name} `))
  if (line === undefined) throw new Error(`There is no ${name}`)
  return Number(line.split(' ')[1])
}

/** Most of these moments that fall within one second. */
function mostInOneSecond(moments: readonly number[]): number {
  return Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + 1000).length))
}

test(
  `[CN3, RM5, F53] SIGTERM with ${CLIENTS} of our own clients in ${ROOMS} rooms, and a restart: no flood, each room is loaded once, and all are back in time with what they did meanwhile`,
  { timeout: 180_000 },
  async () => {
    const settings = { ROOMS_PER_HOUR: '1000', LOG_LEVEL: 'debug', METRICS_TOKEN }
    const server = new MainProcess(temporaryFolder(), { settings })
    await server.start()
    const { port } = new URL(server.origin)
    const people = await admit(server)
    let tries: number[] = []
    class WatchedSocket extends WebSocket {
      constructor(...parts: ConstructorParameters<typeof WebSocket>) {
        super(...parts)
        tries.push(performance.now())
      }
    }
    const syncUrl = `ws://127.0.0.1:${port}/sync`
    const clients = people.map((person) => connectWeb({ syncUrl }, { ...person, WebSocket: WatchedSocket }))
    const allSaved = (): void => {
      const kinds = clients.map(({ state }) => state.get().kind)
      expect(kinds.filter((kind) => kind !== 'saved')).toEqual([])
    }
    await eventually(allSaved, 60_000)
    tries = []
    const saidBefore = server.said.length

    const signalledMs = performance.now()
    expect(await server.stop()).toBe(0)
    for (const [at, { board }] of clients.entries()) addStep(board, `away${at}`)
    expect(clients.filter(({ state }) => state.get().kind === 'saved')).toEqual([])
    await server.start({ PORT: port })
    await reading(server, 'connections')
    await eventually(allSaved, BACK_MS + BUSY_MS - (performance.now() - signalledMs))

    expect(await reading(server, 'connections')).toBe(CLIENTS)
    const loaded = [...server.said.slice(saidBefore).matchAll(/"event":"room-loaded","room":"([^"]+)"/g)]
    const rooms = loaded.map(([, room]) => room)
    expect([rooms.length, new Set(rooms).size]).toEqual([ROOMS, ROOMS])
    expect(mostInOneSecond(tries)).toBeLessThan(tries.length * SHARE_OF_ONE_SECOND)
    expect(tries.length).toBeLessThan(3 * CLIENTS)
    expect(await reading(server, 'event_loop_delay_seconds{quantile="0.99"}')).toBeLessThan(LOOP_DELAY_S)
  },
)

test('[SE20, F53] forty come at once where ten may: ten share one load, thirty are told when to try again, and come in then', async () => {
  const { server, documents } = await startFaultyServer({ limits: { pendingUpgrades: 10 } })
  const { wait, open } = gate()
  documents.before = wait
  const waits = new Set<number>()
  const join = (number: number): RawClient => {
    const client = openRaw(server, { token: tokenOf(`pa_p${number}`) })
    client.socket.on('unexpected-response', (_request, { headers }) => waits.add(Number(headers['retry-after'])))
    return client
  }
  const all = Array.from({ length: 40 }, (_, number) => join(number))
  await eventually(() => expect(all.filter(({ status }) => status === 503).length).toBe(30))
  expect(documents.calls.load).toBe(1)
  open()
  await Promise.all(all.filter(({ status }) => status === null).map((client) => client.ready()))
  expect(server.gateway.size).toBe(10)
  // Not one moment for all of them, and each a whole number of seconds from 1 to 5.
  expect(waits.size).toBeGreaterThan(1)
  expect([...waits].filter((each) => ![1, 2, 3, 4, 5].includes(each))).toEqual([])
  for (const [at, { status }] of all.entries()) if (status === 503) await join(at).ready()
  expect(server.gateway.size).toBe(40)
  expect(documents.calls.load).toBe(1)
})
