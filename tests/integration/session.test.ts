import { BoardDocument, type FieldValue } from '@samenreis/model/document/BoardDocument'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { PageId } from '@samenreis/model/ids/recordId'
import { WebSocket } from 'ws'
import { createConnection } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { ben, nora, participant, roomA, roomB } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { gate, startFaultyServer } from '../support/faultyServer.ts'
import { connectClient, openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep, changeStep, step, titleOf } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

const token = tokenOf('pa_nora')

test('[SE1] our subprotocol is chosen when offered, else the stock word, else the token comes back', async () => {
  const server = await startServer()
  const bearer = `bearer.${token}`
  for (const [offered, expected, hello] of [
    [['y-websocket', bearer, 'samenreis.v1'], 'samenreis.v1', 1],
    [['y-websocket', bearer], 'y-websocket', 0],
    [[bearer], bearer, 0],
  ] as const) {
    const client = await openRaw(server, { protocols: offered }).ready()
    expect(client.socket.protocol).toBe(expected)
    expect(client.got('hello')).toHaveLength(hello)
    expect(client.messages).toHaveLength(hello === 0 ? 0 : client.messages.length)
  }
})

test('[SE2, F61] a foreign page gets no connection; a program without an origin needs a bearer token', async () => {
  const server = await startServer({ origins: ['https://samenreis.example'] })
  const cases: [Record<string, string>, boolean, number | null][] = [
    [{ origin: 'https://samenreis.example' }, true, null],
    [{ origin: 'https://SAMENREIS.example' }, true, 403],
    [{ origin: 'https://samenreis.example.evil.test' }, true, 403],
    [{ origin: 'https://evil.test' }, true, 403],
    [{ origin: 'null' }, true, 403],
    [{}, true, null],
    [{ cookie: `session=${token}` }, false, 403],
    [{ cookie: `session=${token}` }, true, 403],
    [{ cookie: `session=${token}`, origin: 'https://samenreis.example' }, false, null],
    [{ authorization: `Bearer ${token}` }, false, null],
  ]
  for (const [headers, withToken, status] of cases) {
    const client = openRaw(server, { headers, ...(withToken ? { token } : {}) })
    await eventually(() => expect(client.status !== null || client.isOpen).toBe(true))
    expect([headers, client.status]).toEqual([headers, status])
  }
})

test('[SE2, F61] without a list, pages of the very host that was asked for may connect', async () => {
  const server = await startServer()
  const own = openRaw(server, { token, headers: { origin: `http://127.0.0.1:${server.port}` } })
  await own.ready()
  const foreign = openRaw(server, { token, headers: { origin: 'http://127.0.0.1:1' } })
  await eventually(() => expect(foreign.status).toBe(403))
})

test('[SE3, F62] nobody without a session gets in, and no room is loaded for him, be it there or not', async () => {
  const { server, documents } = await startFaultyServer()
  for (const room of [roomA, roomB]) {
    for (const stranger of ['nobody', '']) {
      expect(await openRaw(server, { token: stranger === '' ? 'x' : stranger, room }).closed()).toBe(4401)
    }
  }
  expect([documents.calls.load, server.rooms.size]).toEqual([0, 0])
  expect(await openRaw(server, { token, room: roomB }).closed()).toBe(4404)
  expect(await openRaw(server, { token, room: 'no-room-id' }).closed()).toBe(4404)
  const elsewhere = openRaw({ syncUrl: `${server.syncUrl}/deeper` }, { token })
  await eventually(() => expect(elsewhere.status).toBe(404))
})

test('[SE3] a stock client does not come back after a refusal, and does after a fault of the server', async () => {
  const { server, documents } = await startFaultyServer({ limits: { retryMs: 20 } })
  const stranger = connectClient(server, { token: 'nobody' })
  await eventually(() => expect([stranger.closeCode, stranger.provider.shouldConnect]).toEqual([4401, false]))
  documents.failing.add('load')
  const anna = connectClient(server, { token })
  await eventually(() => expect(anna.closeCode).toBe(4503))
  documents.failing.clear()
  await anna.synced()
})

test('[SE5] a frame above the limit ends that connection with 1009; at the limit it is read', async () => {
  const limits = { frameBytes: 50_000 }
  const server = await startServer({ limits })
  const witness = await openClient(server, { token: tokenOf('pa_ben') })
  for (const [bytes, expected] of [
    [50_000, 4400],
    [50_001, 1009],
    [5_000_000, 1009],
  ] as const) {
    const client = await openRaw(server, { token }).ready()
    client.send(new Uint8Array(bytes))
    expect(await client.closed()).toBe(expected)
  }
  expect(witness.provider.wsconnected).toBe(true)
})

test('[SE6] who sends faster than the limit waits, and loses nothing', async () => {
  const server = await startServer({ limits: { documentFrames: { perSecond: 200, burst: 5 } } })
  const anna = await openClient(server, { token })
  const witness = await openClient(server, { token: tokenOf('pa_ben') })
  for (let count = 0; count < 60; count += 1) addStep(anna.board, `a${count}`)
  await eventually(() => expect(witness.ids()).toHaveLength(61))
  expect(anna.closeCode).toBeNull()
})

test('[SE6] a flood ends with too-many and harms nobody else', async () => {
  const server = await startServer({ limits: { waitingFrames: 200 } })
  const witness = await openClient(server, { token: tokenOf('pa_ben') })
  const flood = await openRaw(server, { token }).ready()
  for (let count = 0; count < 6000; count += 1) flood.send(Uint8Array.from([3]))
  expect(await flood.closed()).toBe(4429)
  addStep(witness.board, 'a')
  await eventually(async () => expect((await server.rooms.read(roomA)).records.size).toBe(2))
})

test('[SE6] requests for the whole state are answered five times, then no more for a while', async () => {
  const server = await startServer()
  const client = await openRaw(server, { token }).ready()
  for (let count = 0; count < 50; count += 1) client.askForAll()
  client.doc.once('update', (update: Uint8Array) => client.sendUpdate(update))
  addStep(new BoardDocument(client.doc), 'a')
  await eventually(() => expect(client.durableFrames).toBe(1))
  // Five answers, and the edit itself.
  await eventually(() => expect(client.documentFrames).toBe(6))
})

test('[SE7] a viewer sees everything, changes nothing, and is not punished for the handshake', async () => {
  const server = await startServer()
  const anna = await openClient(server, { token })
  addStep(anna.board, 'a', 'Bellen')
  const screen = await openClient(server, { token: tokenOf('pa_screen', 'screen', 'screen') })
  await eventually(() => expect(titleOf(screen.board, 'a')).toBe('Bellen'))
  changeStep(screen.board, 'a', { title: 'Gekaapt' })
  await eventually(() => expect([screen.closeCode, screen.provider.shouldConnect]).toEqual([4403, false]))
  expect(titleOf(anna.board, 'a')).toBe('Bellen')
  const raw = await openRaw(server, { token: tokenOf('pa_screen', 'observer') }).ready()
  expect(raw.got('hello')[0]?.hello.mayEdit).toBe(false)
  raw.sendStep2(Y.encodeStateAsUpdate(raw.doc))
  await eventually(() => expect(raw.durableFrames).toBe(1))
  raw.doc.getMap('records').delete(FIRST_PAGE_ID)
  raw.sendStep2(Y.encodeStateAsUpdate(raw.doc))
  expect(await raw.closed()).toBe(4403)
  expect(raw.got('reject')).toMatchObject([{ reject: { frame: 2, reason: 'forbidden' } }])
  expect((await server.rooms.read(roomA)).records.has(PageId.parse(FIRST_PAGE_ID))).toBe(true)
})

test('[SE9] something is sent to a quiet client often enough that a stock one stays', async () => {
  const server = await startServer({ limits: { keepAliveMs: 50, watchMs: 10 } })
  const viewer = await openRaw(server, { token: tokenOf('pa_screen', 'screen', 'screen') }).ready()
  // For a client of ours as for a stock one: it passes over a frame of the other kind of presence, and has heard something.
  await eventually(() => expect(viewer.presenceFrames.length).toBeGreaterThan(2))
  expect(viewer.presenceFrames.every((frame) => frame.length === 1 && frame[0] === 0)).toBe(true)
})

test('[SE9] a client that answers no ping is let go; one that does stays', async () => {
  const server = await startServer({ limits: { pingMs: 20, deadMs: 200, watchMs: 10 } })
  const alive = await openRaw(server, { token: tokenOf('pa_ben') }).ready()
  const dead = openRaw(server, { token })
  dead.socket.pong = () => undefined
  // `ws` answers pings by itself unless it was told not to.
  dead.socket.once('open', () => dead.socket.pause())
  await eventually(() => expect(server.gateway.size).toBe(2))
  await eventually(() => expect(server.gateway.size).toBe(1))
  expect(alive.closeCode).toBeNull()
})

test('[SE10] frames are counted per connection, and DURABLE never says more than is stored', async () => {
  const { server, documents } = await startFaultyServer({ limits: { durableMs: 1 } })
  const anna = await openRaw(server, { token }).ready()
  const board = new BoardDocument(anna.doc)
  anna.doc.on('update', (update: Uint8Array, origin) => {
    if (origin === 'test') anna.sendUpdate(update)
  })
  // An answer that holds nothing new is stored as soon as all before it is.
  anna.sendStep2(Y.encodeStateAsUpdate(anna.doc))
  await eventually(() => expect(anna.durableFrames).toBe(1))
  const { wait, open } = gate()
  documents.before = (operation) => (operation === 'append' ? wait() : Promise.resolve())
  addStep(board, 'a')
  anna.sendStep2(Y.encodeStateAsUpdate(anna.doc))
  await eventually(() => expect(documents.calls.append).toBe(1))
  expect(anna.durableFrames).toBe(1)
  open()
  await eventually(() => expect(anna.durableFrames).toBe(3))
  const counts = anna.got('durable').map(({ durable }) => durable.frames)
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  expect(anna.got('durable').at(-1)?.durable.sequence).toBe((await server.rooms.read(roomA)).version)
})

test('[SE11] HELLO comes first; a roster comes at the start and whenever somebody comes or goes', async () => {
  const server = await startServer()
  const anna = await openRaw(server, { token }).ready()
  expect(anna.messages[0]).toMatchObject({
    type: 'hello',
    hello: { protocol: 1, roomId: roomA, epoch: 'epoch-a', schemaVersion: 1, participantId: nora, role: 'client' },
  })
  const connected = (): unknown =>
    anna
      .got('event')
      .filter(({ event }) => event.kind === 'roster')
      .at(-1)
  await eventually(() =>
    expect(connected()).toMatchObject({ event: { participants: [{ id: nora, name: 'Nora', connected: true }] } }),
  )
  await server.storage.directory.saveParticipant({
    ...participant(roomA, ben, 'Ben'),
    avatar: 'owl',
  })
  const stock = await openClient(server, { token: tokenOf('pa_ben') })
  await eventually(() =>
    expect(connected()).toMatchObject({ event: { participants: [{ id: nora }, { id: ben, connected: true }] } }),
  )
  expect([...server.rooms.connected(roomA)].toSorted()).toEqual([ben, nora].toSorted())
  stock.provider.disconnect()
  await eventually(() =>
    expect(connected()).toMatchObject({ event: { participants: [{ id: nora }, { id: ben, connected: false }] } }),
  )
  server.rooms.tell(roomA, { kind: 'votes' })
  await eventually(() => expect(anna.got('event').at(-1)?.event.kind).toBe('votes'))
})

test('[SE12, F10] two connections under one client id: the later goes on, the earlier starts again', async () => {
  const server = await startServer()
  const [first, second] = [await openRaw(server, { token }).ready(), await openRaw(server, { token }).ready()]
  for (const client of [first, second]) {
    client.doc.on('update', (update: Uint8Array, origin) => {
      if (origin === 'test') client.sendUpdate(update)
    })
  }
  addStep(new BoardDocument(first.doc), 'a')
  await eventually(() => expect(second.doc.getMap('records').has('shape:a')).toBe(true))
  // A copied document: the same history, and the same id to go on with.
  second.doc.clientID = first.doc.clientID
  addStep(new BoardDocument(second.doc), 'b')
  expect(await first.closed()).toBe(4410)
  await eventually(() => expect(second.durableFrames).toBe(1))
  expect((await server.rooms.read(roomA)).records.size).toBe(3)
  expect(second.closeCode).toBeNull()
})

test('[SE13, F62] connections of a revoked link are ended, others stay', async () => {
  const server = await startServer()
  const anna = await openClient(server, { token })
  const other = await openClient(server, { token: tokenOf('pa_ben') })
  server.rooms.disconnect(roomA, (id) => id === nora, 'not-signed-in')
  await eventually(() => expect(anna.closeCode).toBe(4401))
  expect(other.closeCode).toBeNull()
})

test('[SE13, F62] a session that ended while its connection is open is noticed', async () => {
  const server = await startServer({ limits: { readmitMs: 30, watchMs: 10 } })
  const anna = await openClient(server, { token })
  const other = await openClient(server, { token: tokenOf('pa_ben') })
  server.admissions.ended.add('pa_nora')
  await eventually(() => expect([anna.closeCode, anna.provider.shouldConnect]).toEqual([4401, false]))
  expect(other.closeCode).toBeNull()
})

test('[SE3] addresses that are no addresses are answered, and stop nothing', async () => {
  const server = await startServer()
  for (const path of ['//', '/%', '/sync', '/sync/', '/sync/%00', 'sync/x', '/sync/a/b']) {
    const socket = createConnection(server.port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    const answers: string[] = []
    socket.on('data', (chunk) => answers.push(chunk.toString()))
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\nSec-WebSocket-Protocol: bearer.${token}\r\n\r\n`,
    )
    await eventually(() =>
      expect([path, answers.join('')]).toEqual([path, expect.stringMatching(/^HTTP\/1.1 (404|101|400)/)]),
    )
  }
  await openClient(server, { token })
})

test('[RM9] a refused update closes its sender, tells him why, and reaches nobody', async () => {
  const server = await startServer()
  const witness = await openClient(server, { token: tokenOf('pa_ben') })
  const mallory = await openRaw(server, { token }).ready()
  mallory.doc.on('update', (update: Uint8Array) => mallory.sendUpdate(update))
  const board = new BoardDocument(mallory.doc)
  board.transact(() => {
    addStep(board, 'good')
    changeStep(board, 'good', { geometry: 'here' })
  }, 'test')
  expect(await mallory.closed()).toBe(4422)
  expect(mallory.got('reject')).toEqual([
    { type: 'reject', reject: { frame: 1, reason: 'invalid-content', detail: 'shape:good: invalid geometry' } },
  ])
  expect(witness.ids()).toEqual([FIRST_PAGE_ID])
  expect(step('good').title).toBe('')
})

test('[RM10] a gap is healed within one round trip, and a second one asks for a fresh start', async () => {
  const server = await startServer()
  const anna = await openRaw(server, { token }).ready()
  const updates: Uint8Array[] = []
  anna.doc.on('update', (update: Uint8Array, origin) => {
    if (origin === 'test') updates.push(update)
  })
  const board = new BoardDocument(anna.doc)
  for (const part of ['a', 'b', 'c']) addStep(board, part)
  for (const update of updates.slice(1)) anna.sendUpdate(update)
  await eventually(() => expect(anna.asked).toHaveLength(2))
  expect(anna.durableFrames).toBe(0)
  anna.sendStep2(Y.encodeStateAsUpdate(anna.doc, anna.asked[1]))
  await eventually(() => expect(anna.durableFrames).toBe(3))
  expect((await server.rooms.read(roomA)).records.size).toBe(4)
  for (const part of ['d', 'e']) addStep(board, part)
  anna.sendUpdate(updates[4] ?? new Uint8Array())
  expect(await anna.closed()).toBe(4410)
})

test('[RM10] who does not send what is missing in time starts again', async () => {
  const server = await startServer({ limits: { resyncMs: 30, watchMs: 10 } })
  const anna = await openRaw(server, { token }).ready()
  const board = new BoardDocument(anna.doc)
  addStep(board, 'a')
  const before = Y.encodeStateVector(anna.doc)
  addStep(board, 'b')
  anna.sendUpdate(Y.encodeStateAsUpdate(anna.doc, before))
  expect(await anna.closed()).toBe(4410)
})

test('[RM14] records that were set aside are told to facilitators, until they are gone', async () => {
  const server = await startServer()
  const odd = new BoardDocument(new Y.Doc())
  odd.records.set('shape:odd', new Y.Map<FieldValue>([['type', 'hologram']]))
  const update = { sequence: 2, bytes: Y.encodeStateAsUpdate(odd.doc) }
  await server.storage.documents.append([{ roomId: roomA, epoch: 'epoch-a', updates: [update], clients: new Map() }])
  const leader = await openRaw(server, { token: tokenOf('pa_lead', 'facilitator', 'facilitator') }).ready()
  const anna = await openClient(server, { token })
  const told = (): unknown => leader.got('event').findLast(({ event }) => event.kind === 'quarantined')?.event
  await eventually(() => expect(told()).toEqual({ kind: 'quarantined', ids: ['shape:odd'] }))
  anna.board.records.delete('shape:odd')
  await eventually(() => expect(told()).toEqual({ kind: 'quarantined', ids: [] }))
})

test('[SE14] a crowd is bounded: who comes above the limit of a room is sent away', async () => {
  const server = await startServer({ limits: { connectionsPerRoom: 2 } })
  await openClient(server, { token })
  const second = await openClient(server, { token: tokenOf('pa_ben') })
  expect(await openRaw(server, { token: tokenOf('pa_cleo') }).closed()).toBe(4429)
  second.provider.disconnect()
  await eventually(() => expect(server.gateway.size).toBe(1))
  await openRaw(server, { token: tokenOf('pa_cleo') }).ready()
})

test('[SE14] however many come at the same moment, no more than the limit of a room get in', async () => {
  const limit = 3
  const server = await startServer({ limits: { connectionsPerRoom: limit } })
  // They wait together for a room that nobody is in yet.
  const crowd = Array.from({ length: 100 * limit }, (_, number) => openRaw(server, { token: tokenOf(`pa_${number}`) }))
  await eventually(() => {
    expect(crowd.filter(({ closeCode }) => closeCode === 4429)).toHaveLength(99 * limit)
  })
  expect(server.gateway.size).toBe(limit)
  expect(crowd.filter(({ isOpen, closeCode }) => isOpen && closeCode === null)).toHaveLength(limit)
})

test('[SE4] a text message ends its connection as malformed', async () => {
  const server = await startServer()
  const client = await openRaw(server, { token }).ready()
  client.send('hello')
  expect(await client.closed()).toBe(4400)
  expect(WebSocket.OPEN).toBe(1)
})
