import type { AddressInfo } from 'node:net'
import { readBoard } from '@samenreis/model/document/read'
import { putRecord } from '@samenreis/model/document/write'
import { SUBPROTOCOL } from '@samenreis/model/protocol/messages'
import { defaultLimits } from '@samenreis/server/sync/limits'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { documentFrameKind } from '../../apps/web/src/sync/documentFrames.ts'
import type { RoomConnection } from '../../apps/web/src/sync/RoomConnection.ts'
import type { ConnectionState } from '../../apps/web/src/sync/connectionState.ts'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { Proxy, type Direction } from '../support/proxy/Proxy.ts'
import { addStep, changeStep, step, titleOf } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'
import { connectWeb, openWeb, saved } from '../support/webClient.ts'

// The browser's own connection, without its screen, over lines that misbehave. What they wait for takes real seconds; the waits of
// one test run beside each other.

const KIB = 1024
/** In which an unlucky start must be over (F22), and so much more where the machine does much else besides. */
const BUSY_MACHINE = 2
const START_MS = BUSY_MACHINE * 15_000
/** In which a line that says nothing must be noticed (F52). */
const SILENCE_MS = 30_000

const kindOf = (connection: RoomConnection) => connection.state.get().kind

/** Every state of a connection from now on. */
function statesOf(connection: RoomConnection): ConnectionState[] {
  const states: ConnectionState[] = []
  connection.state.subscribe(() => states.push(connection.state.get()))
  return states
}

test(
  '[CN12, F22] whichever message of the handshake gets lost, a new start finds in, and nobody sees a board before it is whole',
  async () => {
    const server = await startServer()
    await server.rooms.write(roomA, (board) => addStep(board, 'there', 'Was er al'))
    const starts = (['toClient', 'toServer'] as const).flatMap((direction) =>
      [1, 2, 3, 4, 5, 6].map((number) => ({ direction, number })),
    )
    const restarted = await Promise.all(
      starts.map(async ({ direction, number }) => {
        const proxy = await Proxy.to(server.port)
        proxy.swallow(direction, number, 1)
        const since = performance.now()
        const connection = connectWeb(proxy, { token: tokenOf(`pa_${direction}${number}`) })
        let early = 0
        connection.ready.subscribe(() => {
          if (readBoard(connection.board).records.size < 2) early += 1
        })
        await saved(() => connection, START_MS)
        await eventually(() => expect(connection.ready.get()).toBe(true), START_MS)
        expect(performance.now() - since, `${direction} ${number}`).toBeLessThan(START_MS)
        expect(early).toBe(0)
        proxy.judge = () => 'pass'
        addStep(connection.board, `${direction}${number}`, 'Erna')
        await saved(() => connection)
        return proxy.webSockets > 1
      }),
    )
    // The greeting, the question, and the board itself in one direction; the question and the answer in the other.
    expect(restarted.filter(Boolean).length).toBeGreaterThan(3)
    const { records } = await server.rooms.read(roomA)
    for (const { direction, number } of starts) expect(records.has(step(`${direction}${number}`).id)).toBe(true)
  },
  4 * START_MS,
)

/** A connection over a line that stops in these directions; resolves when it came back, with what was said and how long that took. */
async function overStoppingLine(port: number, name: string, directions: readonly Direction[]) {
  const proxy = await Proxy.to(port)
  const connection = await openWeb(proxy, { token: tokenOf(`pa_${name}`), random: () => 0 })
  const states = statesOf(connection)
  proxy.freeze(...directions)
  const since = performance.now()
  addStep(connection.board, name, 'Net ervoor')
  await eventually(() => expect(states.map(({ kind }) => kind)).toContain('offline'), SILENCE_MS + START_MS)
  const noticedMs = performance.now() - since
  addStep(connection.board, `${name}-offline`, 'Zonder lijn')
  expect([connection.hasUnsavedWork(), connection.unsentCount.get()]).toEqual([true, 2])
  proxy.thaw()
  await saved(() => connection, SILENCE_MS)
  return { noticedMs, said: new Set(states.map(({ kind }) => kind)), left: connection.unsentCount.get() }
}

test(
  '[CN9, F52] a line that stops without a word is noticed by both ends, in either direction, and what was not stored is delivered',
  async () => {
    // The server's own patience, ten times shorter, to be seen within the test.
    const server = await startServer({ limits: { pingMs: 2000, deadMs: 4500 } })
    const ends = await Promise.all([
      overStoppingLine(server.port, 'both', ['toServer', 'toClient']),
      overStoppingLine(server.port, 'in', ['toClient']),
      overStoppingLine(server.port, 'out', ['toServer']),
    ])
    for (const { noticedMs, said, left } of ends) {
      expect(noticedMs).toBeLessThan(SILENCE_MS + 2000)
      expect(said).toContain('slow')
      expect(left).toBe(0)
    }
    // Nobody of before is still taken for present.
    await eventually(() => expect(server.gateway.size).toBe(3))
    const { records } = await server.rooms.read(roomA)
    for (const name of ['both', 'in', 'out', 'both-offline', 'in-offline', 'out-offline'])
      expect(records.has(step(name).id), name).toBe(true)
  },
  3 * SILENCE_MS,
)

test('[CN11, F58] much work goes in pieces, and below a limit on the way as well', async () => {
  const server = await startServer()
  const proxy = await Proxy.to(server.port)
  let largest = 0
  proxy.judge = ({ bytes, direction }) => {
    if (direction === 'toServer') largest = Math.max(largest, bytes.byteLength)
    return bytes.byteLength > 512 * KIB ? 'cut' : 'pass'
  }
  const connection = await openWeb(proxy, { token: tokenOf('pa_anna') })
  const text = 'Riet belt het loket en wacht. '.repeat(300)
  // At once, while connected: three times what the server takes in one frame.
  connection.board.transact(() => {
    for (let card = 0; card < 350; card += 1) putRecord(connection.board, step(`online-${card}`, text))
  }, 'test')
  await saved(() => connection)
  proxy.accepts = false
  proxy.reset()
  await eventually(() => expect(kindOf(connection)).toBe('offline'))
  // Without a line, card by card, half of it taken away again.
  for (let card = 0; card < 350; card += 1) addStep(connection.board, `offline-${card}`, text)
  connection.board.transact(() => {
    for (let card = 0; card < 175; card += 1) connection.board.records.delete(step(`online-${card}`).id)
  }, 'test')
  expect(connection.unsentCount.get()).toBe(525)
  proxy.accepts = true
  await saved(() => connection, 30_000)
  expect(largest).toBeLessThan(300 * KIB)
  expect((await server.rooms.read(roomA)).records.size).toBe(1 + 175 + 350)
})

test('[CN11, F58] a way that cuts even the smallest pieces is tried three times, and then only when asked', async () => {
  const server = await startServer()
  const proxy = await Proxy.to(server.port)
  const connection = await openWeb(proxy, { token: tokenOf('pa_anna'), random: () => 0 })
  proxy.judge = ({ bytes, direction }) => (direction === 'toServer' && bytes.byteLength > 10 * KIB ? 'cut' : 'pass')
  const before = proxy.webSockets
  connection.board.transact(() => {
    for (let card = 0; card < 20; card += 1) putRecord(connection.board, step(`${card}`, 'Wachten '.repeat(1200)))
  }, 'test')
  await eventually(() => {
    expect(connection.state.get()).toEqual({ kind: 'offline', why: 'too-large', unsaved: true })
  })
  // The first try was the connection that was open already.
  expect(proxy.webSockets - before).toBe(2)
  connection.connect()
  expect([connection.provider.ws, connection.unsentCount.get()]).toEqual([null, 20])
  proxy.judge = () => 'pass'
  connection.tryNow()
  await saved(() => connection)
  expect((await server.rooms.read(roomA)).records.size).toBe(21)
})

test('[CN11, F58] a gateway that closes with 1009 for what is too large for it is tried three times as well, and the cause is said', async () => {
  const server = await startServer()
  // A gateway of its own kind between: it takes the WebSocket apart, and its limit is below our smallest pieces.
  const gateway = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    maxPayload: 10 * KIB,
    handleProtocols: () => SUBPROTOCOL,
  })
  gateway.on('connection', (client, { url, headers }) => {
    const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim())
    const behind = new WebSocket(server.syncUrl.replace('/sync', url ?? ''), offered)
    const waiting: Buffer[] = []
    client.on('message', (bytes: Buffer) => {
      if (behind.readyState === WebSocket.OPEN) behind.send(bytes)
      else waiting.push(bytes)
    })
    behind.on('open', () => waiting.forEach((bytes) => behind.send(bytes)))
    behind.on('message', (bytes: Buffer) => client.send(bytes))
    client.on('error', () => undefined)
    client.on('close', () => behind.terminate())
    behind.on('error', () => client.terminate())
    behind.on('close', () => client.close())
  })
  await new Promise((resolve) => gateway.once('listening', resolve))
  onTestFinished(() => {
    for (const client of gateway.clients) client.terminate()
    gateway.close()
  })
  const { port } = gateway.address() as AddressInfo
  const connection = await openWeb(
    { syncUrl: `ws://127.0.0.1:${port}/sync` },
    { token: tokenOf('pa_anna'), random: () => 0 },
  )
  const closed: (number | undefined)[] = []
  connection.provider.on('connection-close', (event) => closed.push(event?.code))
  connection.board.transact(() => {
    for (let card = 0; card < 20; card += 1) putRecord(connection.board, step(`${card}`, 'Wachten '.repeat(1200)))
  }, 'test')
  await eventually(() => {
    expect(connection.state.get()).toEqual({ kind: 'offline', why: 'too-large', unsaved: true })
  })
  expect(closed).toEqual([1009, 1009, 1009])
  expect((await server.rooms.read(roomA)).records.size).toBe(1)
})

test('[CN13, F59] a proxy that gathers what passes, and lets it go in bursts, delays everything and turns nothing round', async () => {
  const server = await startServer()
  const proxy = await Proxy.to(server.port)
  const connection = await openWeb(proxy, { token: tokenOf('pa_anna') })
  const states = statesOf(connection)
  addStep(connection.board, 'mine', '')
  await server.rooms.write(roomA, (board) => addStep(board, 'theirs', ''))
  const letters = 'gaandeweg'
  for (let at = 1; at <= letters.length; at += 1) {
    proxy.freeze()
    changeStep(connection.board, 'mine', { title: letters.slice(0, at) })
    await server.rooms.write(roomA, (board) => changeStep(board, 'theirs', { title: letters.slice(0, at) }))
    await new Promise((resolve) => setTimeout(resolve, 400))
    proxy.thaw()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await saved(() => connection)
  await eventually(() => expect(titleOf(connection.board, 'theirs')).toBe(letters))
  expect((await server.rooms.read(roomA)).records.get(step('mine').id)).toMatchObject({ title: letters })
  expect([proxy.webSockets, states.some(({ kind }) => kind === 'offline')]).toEqual([1, false])
})

test('[CN13, F59] a proxy that ends what is silent for long hears the heartbeat often enough', async () => {
  // The usual minute of such a proxy, and our half of it and less.
  expect(Math.max(defaultLimits.pingMs, defaultLimits.keepAliveMs)).toBeLessThan(SILENCE_MS)
  const tenth = { pingMs: defaultLimits.pingMs / 10, keepAliveMs: defaultLimits.keepAliveMs / 10 }
  const server = await startServer({ limits: { ...tenth, watchMs: 100 } })
  const proxy = await Proxy.to(server.port)
  proxy.idleMs = 6000
  const connection = await openWeb(proxy, { token: tokenOf('pa_anna') })
  const states = statesOf(connection)
  const idleSince = performance.now()
  await eventually(() => expect(performance.now() - idleSince).toBeGreaterThan(1.5 * 6000), SILENCE_MS)
  expect([states, proxy.webSockets]).toEqual([[], 1])
})

test('[CN13, F59] where pages come through and no connection does, that is said, and it goes on as soon as one does', async () => {
  const server = await startServer()
  const ways: ((proxy: Proxy) => void)[] = [
    (proxy) => {
      proxy.upgrades = false
    },
    // Cuts as soon as anything of the board comes.
    (proxy) => {
      proxy.judge = ({ direction, bytes }) =>
        direction === 'toClient' && documentFrameKind(bytes) !== null ? 'cut' : 'pass'
    },
  ]
  await Promise.all(
    ways.map(async (spoil, way) => {
      const proxy = await Proxy.to(server.port)
      spoil(proxy)
      // Stands for any page of the server: this part of it has none of its own.
      const isReachable = async (): Promise<boolean> => (await fetch(proxy.origin)).status === 404
      const connection = connectWeb(proxy, { token: tokenOf(`pa_${way}`), random: () => 0, isReachable })
      const blocked = { kind: 'offline', why: 'blocked', unsaved: false }
      await eventually(() => expect(connection.state.get()).toEqual(blocked))
      expect(connection.ready.get()).toBe(false)
      proxy.upgrades = true
      proxy.judge = () => 'pass'
      await saved(() => connection)
    }),
  )
})

test('[CN13, F59] a server that does not answer at all is not taken for a closed way', async () => {
  const server = await startServer()
  const proxy = await Proxy.to(server.port)
  proxy.accepts = false
  let asked = 0
  const isReachable = (): Promise<boolean> => {
    asked += 1
    return Promise.resolve(false)
  }
  const connection = connectWeb(proxy, { token: tokenOf('pa_anna'), random: () => 0, isReachable })
  await eventually(() => expect(asked).toBeGreaterThan(1))
  expect(connection.state.get()).toEqual({ kind: 'offline', why: 'lost', unsaved: false })
})
