import { decodeServerMessage, messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import { Participant } from '@samenreis/model/api/participant'
import { defaultLimits } from '@samenreis/server/sync/limits'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import { encodePresence } from '@samenreis/server/sync/frames'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import { ben, nora, roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { Proxy } from '../support/proxy/Proxy.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep, titleOf } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

/** The longest that a cursor may stay behind its person (reliability.md F80). */
const GONE_AFTER_CLOSE_MS = 1000
const GONE_HALF_OPEN_MS = 45_000

test('[PR1, F80] whose connection is cut is gone at once, whichever way it ended', async () => {
  const server = await startServer()
  const other = await openRaw(server, { token: tokenOf('pa_ben') }).ready()
  const stock = await openClient(server, { token: tokenOf('pa_dan') })
  for (const end of ['terminate', 'close'] as const) {
    const anna = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
    anna.show({ c: [1, 1] })
    await eventually(() => expect(other.hears(nora)).toEqual({ c: [1, 1] }))
    await eventually(() => expect(stock.provider.awareness.getStates().size).toBe(2))
    const atMs = performance.now()
    anna.socket[end]()
    await eventually(() => expect(other.hears(nora)).toBeUndefined())
    await eventually(() => expect(stock.provider.awareness.getStates().size).toBe(1))
    expect(performance.now() - atMs).toBeLessThan(GONE_AFTER_CLOSE_MS)
  }
})

test('[PR1, SE9, F80] whose line froze is gone when the server’s patience ends, which is 45 s at most', async () => {
  expect(defaultLimits.deadMs).toBeLessThanOrEqual(GONE_HALF_OPEN_MS)
  // A twentieth of it, so that the test is short.
  const [deadMs, pingMs] = [defaultLimits.deadMs / 20, defaultLimits.pingMs / 20]
  const server = await startServer({ limits: { deadMs, pingMs, watchMs: 20 } })
  const line = await Proxy.to(server.port)
  const other = await openRaw(server, { token: tokenOf('pa_ben') }).ready()
  const anna = await openRaw(line, { token: tokenOf('pa_nora') }).ready()
  anna.show({ c: [1, 1] })
  await eventually(() => expect(other.hears(nora)).toEqual({ c: [1, 1] }))
  line.freeze('toServer', 'toClient')
  await eventually(() => expect(other.hears(nora)).toBeUndefined())
  expect(other.closeCode).toBeNull()
})

test('[PR10, F81] a flood of presence is told at the room’s pace, a giant one not at all, and neither costs anybody else', async () => {
  const server = await startServer()
  const flood = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
  const anna = await openClient(server, { token: tokenOf('pa_cleo') })
  const other = await openRaw(server, { token: tokenOf('pa_ben') }).ready()
  const told = other.got('presence').length
  const fromMs = performance.now()
  for (let x = 1; x <= 1500; x += 1) flood.show({ c: [x, 0] })
  await eventually(() => expect(other.hears(nora)).toEqual({ c: [1500, 0] }))
  const ticks = (performance.now() - fromMs) / defaultLimits.presenceMs
  expect(other.got('presence').length - told).toBeLessThan(1.5 * ticks + 5)
  // Above 4 KiB, in our own form and in the stock one.
  const long = Array.from({ length: 50 }, (_, number) => `shape:${number}`.padEnd(90, 'x'))
  const giant = encoding.createEncoder()
  encoding.writeVarUint(giant, messageTypes.move)
  encoding.writeVarUint(giant, 0b100)
  encoding.writeVarUint(giant, long.length)
  for (const id of long) encoding.writeVarString(giant, id)
  const edge = await openRaw(server, { token: tokenOf('pa_edge') }).ready()
  edge.show({ s: long.map((id) => id.slice(0, 75)) })
  await eventually(() => expect(other.hears('pa_edge')?.s).toHaveLength(50))
  for (const size of [5000, 500_000]) {
    edge.send(encodePresence([{ clientId: 7, clock: 1, json: JSON.stringify({ s: ['x'], z: 'x'.repeat(size) }) }]))
  }
  edge.show({ s: ['shape:after'] })
  await eventually(() => expect(other.hears('pa_edge')).toEqual({ s: ['shape:after'] }))
  const bad = await openRaw(server, { token: tokenOf('pa_bad') }).ready()
  bad.send(encoding.toUint8Array(giant))
  expect(await bad.closed()).toBe(4400)
  addStep(anna.board, 'a', 'Bellen')
  await eventually(() => expect(other.doc.getMap('records').has('shape:a')).toBe(true))
  expect([flood.closeCode, anna.closeCode, other.closeCode]).toEqual([null, null, null])
  expect(titleOf(anna.board, 'a')).toBe('Bellen')
})

/** Something of a person that a client might put into its presence, and that nobody else may see. */
const SECRET = 'nora@voorbeeld.nl'

test('[PR3, PR6, F82] who only looks on is sent allowed fields of others alone, and nothing of presence is stored', async () => {
  const storage = new MemoryStorage()
  const server = await startServer({ storage })
  const lookers = []
  for (const role of ['screen', 'observer'] as const) {
    const raw = openRaw(server, { token: tokenOf(`pa_${role}`, role, role === 'screen' ? 'screen' : 'participant') })
    const frames: Buffer[] = []
    raw.socket.on('message', (data) => frames.push(data as Buffer))
    lookers.push({ raw: await raw.ready(), frames })
  }
  const token = tokenOf('pa_looker', 'screen', 'screen')
  const stockLooker = await openRaw(server, { protocols: ['y-websocket', `bearer.${token}`] }).ready()
  const stock = await openClient(server, { token: tokenOf('pa_nora') })
  stock.provider.awareness.setLocalState({ user: { name: 'Nora van Dijk', email: SECRET }, mail: SECRET, c: [1, 2] })
  const ours = await openRaw(server, { token: tokenOf('pa_ben') }).ready()
  ours.show({ c: [3, 4], s: ['shape:a'], e: 'shape:a.title', l: [1, 1, 2, 2] })
  for (const { raw } of lookers) {
    await eventually(() =>
      expect([raw.hears(nora)?.c, raw.hears(ben)?.c]).toEqual([
        [1, 2],
        [3, 4],
      ]),
    )
    // What they say of themselves nobody hears.
    raw.show({ c: [9, 9] })
  }
  ours.show({ c: [5, 6] })
  for (const { raw, frames } of lookers) {
    await eventually(() => expect(raw.hears(ben)).toEqual({ c: [5, 6] }))
    for (const frame of frames) {
      expect(frame.includes(SECRET)).toBe(false)
      expectAllowed(frame)
    }
  }
  await eventually(() => expect(awarenessStates(stockLooker.presenceFrames)).toContainEqual({ p: ben, c: [5, 6] }))
  for (const state of awarenessStates(stockLooker.presenceFrames)) {
    expect([...allowed.presence, 'p']).toEqual(expect.arrayContaining(Object.keys(state)))
  }
  expect(ours.hears('pa_screen')).toBeUndefined()
  expect(ours.hears('pa_observer')).toBeUndefined()
  const stored = await storage.documents.loadDocument(roomA)
  for (const { bytes } of stored?.updates ?? []) {
    expect(Buffer.from(bytes).includes(SECRET)).toBe(false)
    expect(Buffer.from(bytes).includes('shape:a.title')).toBe(false)
  }
})

/** Fields that may stand in each message that somebody who looks on is sent. What is not named here may not come at all. */
const allowed = {
  person: ['avatar', 'connected', 'id', 'name', 'role'],
  presence: ['c', 'e', 'g', 'l', 's'],
  hello: ['epoch', 'limits', 'mayEdit', 'participantId', 'protocol', 'role', 'roomId', 'schemaVersion'],
  state: ['readOnly', 'restartingInMs', 'storage'],
}

/** What a stock client is told that somebody shows. */
function awarenessStates(frames: readonly Uint8Array[]): object[] {
  const states: object[] = []
  for (const frame of frames) {
    const decoder = decoding.createDecoder(frame)
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      const state: unknown = JSON.parse(decoding.readVarString(decoder))
      if (typeof state === 'object' && state !== null) states.push(state)
    }
  }
  return states
}

function expectAllowed(frame: Uint8Array): void {
  const decoder = decoding.createDecoder(frame)
  const type = decoding.readVarUint(decoder)
  // The board itself is what they are here for.
  if (type === messageTypes.sync) return expect(Object.values(syncTypes)).toContain(frame[1])
  const message = decodeServerMessage(type, decoder)
  switch (message?.type) {
    case 'hello':
      return expect(allowed.hello).toEqual(expect.arrayContaining(Object.keys(message.hello)))
    case 'state':
      return expect(allowed.state).toEqual(expect.arrayContaining(Object.keys(message.state)))
    case 'event':
      expect(message.event.kind).toBe('roster')
      if (message.event.kind !== 'roster') return
      for (const person of message.event.participants) {
        expect(Object.keys(person).toSorted()).toEqual(allowed.person)
        expect(Participant.safeParse(person).success).toBe(true)
      }
      return
    case 'presence': {
      expect(decoding.hasContent(decoder)).toBe(false)
      const states = [
        ...message.presence.came.map(({ state }) => state),
        ...message.presence.changed.map(({ change }) => change.values),
      ]
      for (const state of states) expect(allowed.presence).toEqual(expect.arrayContaining(Object.keys(state)))
      return
    }
    case undefined:
    case 'durable':
    case 'reject':
      expect.unreachable(`a message of type ${type}`)
  }
}
