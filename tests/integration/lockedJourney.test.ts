import { BindingId } from '@samenreis/model/ids/recordId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import { readBoard } from '@samenreis/model/document/read'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { RoomConnection } from '../../apps/web/src/sync/RoomConnection.ts'
import { eventually } from '../support/eventually.ts'
import { openClient, type StockClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep, changeStep, removeStep, shapeId, step, titleOf } from '../support/records.ts'
import { openRoomPage } from '../support/webClient.ts'
import { WholeServer } from '../support/WholeServer.ts'
import * as Y from 'yjs'

let server: WholeServer
beforeAll(async () => {
  server = await WholeServer.start()
})
afterAll(() => server.close())

/** A room with a journey `j`, its step `in`, and a loose step `out`; its leader, and somebody who takes part. */
async function workshop() {
  const made = await server.makeRoom()
  const room = made.room.id
  const [leads, takesPart] = [await server.join(made, 'facilitator'), await server.join(made, 'participant')]
  const leader = await openClient(server, { token: leads.token, room })
  leader.board.transact(() => {
    putRecord(leader.board, newShape('journey', shapeId('j'), { geometry: [0, 0, 0, 2000, 900] }))
    putRecord(leader.board, { ...step('in', 'Bellen'), parentId: shapeId('j') })
    putRecord(leader.board, step('out', 'Schrijven'))
  }, 'test')
  return { made, room, leader, leads, token: takesPart.token }
}

function lock(leader: StockClient, locked = true): void {
  leader.board.transact(() => changeRecord(leader.board, shapeId('j'), { locked }), 'test')
}

const isSaved = (connection: RoomConnection): boolean => connection.state.get().kind === 'saved'
const storedTitle = async (room: RoomId, part: string): Promise<unknown> => {
  const record = (await server.rooms.read(room)).records.get(shapeId(part))
  return record !== undefined && 'title' in record ? record.title : null
}

test('[JK1] a client of one’s own making changes nothing of a locked journey; only its own connection ends', async () => {
  const { room, leader, token } = await workshop()
  lock(leader)
  const stock = await openClient(server, { token, room })
  await eventually(() => expect(stock.board.records.get('shape:j')?.get('locked')).toBe(true))
  changeStep(stock.board, 'in', { title: 'Iets anders' })
  await eventually(() => expect(stock.closeCode).toBe(4423))
  const raw = await openRaw(server, { token, room }).ready()
  const before = Y.encodeStateVector(raw.doc)
  const board = readBoard(leader.board)
  expect(board.records.size).toBeGreaterThan(3)
  raw.doc.transact(() => {
    const records = raw.doc.getMap<Y.Map<unknown>>('records')
    records.get('shape:j')?.set('locked', false)
  })
  raw.sendUpdate(Y.encodeStateAsUpdate(raw.doc, before))
  await eventually(() => expect(raw.closeCode).toBe(4423))
  expect(raw.got('reject').map(({ reject }) => reject.reason)).toEqual(['journey-locked'])
  expect(await storedTitle(room, 'in')).toBe('Bellen')
  expect(leader.board.records.get('shape:j')?.get('locked')).toBe(true)
  // The leader goes on, in the locked journey too.
  changeStep(leader.board, 'in', { title: 'Bellen en wachten' })
  await eventually(async () => expect(await storedTitle(room, 'in')).toBe('Bellen en wachten'))
})

test('[JK5] who meets a lock in a race goes on by itself: nothing else is lost, and she hears what was taken back', async () => {
  const { room, leader, token } = await workshop()
  const { opening, now } = await openRoomPage(server, { token, room })
  await eventually(() => expect(titleOf(now().board, 'out')).toBe('Schrijven'))
  const first = now()
  // Her line is down for a moment: the leader locks meanwhile, so her frame reaches the server after the lock.
  first.provider.disconnect()
  addStep(first.board, 'mine', 'Mijn kaartje')
  changeStep(first.board, 'in', { title: 'Bellen, drie keer' })
  changeStep(first.board, 'out', { title: 'Schrijven en bellen' })
  lock(leader)
  changeStep(leader.board, 'out', { title: 'Eerst schrijven' })
  await eventually(async () => expect(await storedTitle(room, 'out')).toBe('Eerst schrijven'))
  first.connect()
  await eventually(() => expect(opening.turnedBack.get()).not.toBeNull())
  expect(now()).not.toBe(first)
  await eventually(() => expect(isSaved(now())).toBe(true))
  expect(opening.turnedBack.get()?.unsent).toEqual([
    { recordId: 'shape:in', field: 'title', text: 'Bellen, drie keer' },
  ])
  expect(titleOf(now().board, 'in')).toBe('Bellen')
  await eventually(async () => {
    expect(await storedTitle(room, 'mine')).toBe('Mijn kaartje')
    expect(await storedTitle(room, 'in')).toBe('Bellen')
    const out = String(await storedTitle(room, 'out'))
    expect([out.includes('Eerst'), out.includes('bellen')]).toEqual([true, true])
  })
  // And she goes on in the same room.
  changeStep(now().board, 'mine', { title: 'Mijn kaartje, verder' })
  await eventually(() => expect(titleOf(leader.board, 'mine')).toBe('Mijn kaartje, verder'))
})

test('[JK5] a card dragged while the lock comes: the connection goes on, the card stands where it stood', async () => {
  const { room, leader, token } = await workshop()
  const { opening, now } = await openRoomPage(server, { token, room })
  let dragging = true
  const drag = setInterval(() => {
    if (!dragging || !now().ready.get()) return
    changeStep(now().board, 'in', { geometry: [Math.round(performance.now()), 0, 0, 200, 150] })
  }, 5)
  onTestFinished(() => clearInterval(drag))
  await eventually(() => expect(leader.board.records.get('shape:in')?.get('geometry')).not.toEqual([0, 0, 0, 200, 150]))
  lock(leader)
  await eventually(() => expect(opening.turnedBack.get()).not.toBeNull())
  dragging = false
  await eventually(() => expect(isSaved(now())).toBe(true))
  await eventually(() =>
    expect(now().board.records.get('shape:in')?.get('geometry')).toEqual(
      leader.board.records.get('shape:in')?.get('geometry'),
    ),
  )
})

test('[JK4] who is made to lead, or no longer leads, may or may not at once', async () => {
  const { room, leader, leads, made } = await workshop()
  const second = await server.join(made, 'facilitator')
  const co = await openClient(server, { token: second.token, room })
  lock(leader)
  changeStep(co.board, 'in', { title: 'Bellen door de begeleider' })
  await eventually(async () => expect(await storedTitle(room, 'in')).toBe('Bellen door de begeleider'))
  const ask = (role: string): Promise<Response> =>
    server.ask('PATCH', `/rooms/${room}/participants/${second.participant.id}`, { token: leads.token, body: { role } })
  expect((await ask('professional')).status).toBe(200)
  await eventually(() => expect(co.provider.synced).toBe(true))
  changeStep(co.board, 'in', { title: 'Mag niet meer' })
  await eventually(() => expect(co.closeCode).toBe(4423))
  expect(await storedTitle(room, 'in')).toBe('Bellen door de begeleider')
  // She is made to lead again: her next connection may.
  const promoted = await server.ask('PATCH', `/rooms/${room}/participants/${second.participant.id}`, {
    token: second.token,
    body: { role: 'co_facilitator' },
  })
  expect(promoted.status).toBe(200)
  const again = await openClient(server, { token: second.token, room })
  changeStep(again.board, 'in', { title: 'Weer begeleider' })
  await eventually(async () => expect(await storedTitle(room, 'in')).toBe('Weer begeleider'))
})

test('[JK2] linking to a locked card from outside is free', async () => {
  const { room, leader, token } = await workshop()
  lock(leader)
  const { opening, now } = await openRoomPage(server, { token, room })
  now().board.transact(() => {
    putRecord(now().board, newShape('idea', shapeId('idea'), { geometry: [0, 0, 0, 200, 150], title: 'Idee' }))
    const id = BindingId.parse('binding:l')
    putRecord(now().board, { id, type: 'belongs_to', fromId: shapeId('idea'), toId: shapeId('in'), meta: {} })
  }, 'test')
  await eventually(() => expect(leader.board.records.has('binding:l')).toBe(true))
  removeStep(now().board, 'idea')
  await eventually(() => expect(isSaved(now())).toBe(true))
  expect(opening.turnedBack.get()).toBeNull()
})
