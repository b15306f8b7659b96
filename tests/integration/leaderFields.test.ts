import type { RoomId } from '@samenreis/model/ids/roomId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep, changeStep, shapeId, titleOf } from '../support/records.ts'
import { openRoomPage, saved } from '../support/webClient.ts'
import { WholeServer } from '../support/WholeServer.ts'
import * as Y from 'yjs'

let server: WholeServer
beforeAll(async () => {
  server = await WholeServer.start()
})
afterAll(() => server.close())

/** A room with an agreed idea `i` and a loose step `out`; its leader, and somebody who takes part. */
async function workshop() {
  const made = await server.makeRoom()
  const room = made.room.id
  const [leads, takesPart] = [await server.join(made, 'facilitator'), await server.join(made, 'participant')]
  const leader = await openClient(server, { token: leads.token, room })
  leader.board.transact(() => {
    putRecord(leader.board, newShape('idea', shapeId('i'), { title: 'Bel terug', owner: 'Anna', status: 'agreed' }))
  }, 'test')
  addStep(leader.board, 'out', 'Schrijven')
  return { made, room, leader, token: takesPart.token }
}

async function stored(room: RoomId, part: string): Promise<Record<string, unknown>> {
  return { ...(await server.rooms.read(room)).records.get(shapeId(part)) }
}

test('[LD11] a client of one’s own making appoints nobody; only its own connection ends', async () => {
  const { room, leader, token } = await workshop()
  await eventually(async () => expect(await stored(room, 'i')).toMatchObject({ owner: 'Anna' }))
  const raw = await openRaw(server, { token, room }).ready()
  const before = Y.encodeStateVector(raw.doc)
  const owner = raw.doc.getMap<Y.Map<unknown>>('records').get('shape:i')?.get('owner')
  if (owner instanceof Y.Text) owner.insert(0, 'Niet ')
  raw.sendUpdate(Y.encodeStateAsUpdate(raw.doc, before))
  expect(await raw.closed()).toBe(4424)
  expect(raw.got('reject').map(({ reject }) => [reject.reason, reject.detail])).toEqual([['leader-only', 'shape:i']])
  expect(await stored(room, 'i')).toMatchObject({ owner: 'Anna' })
  leader.board.transact(() => changeRecord(leader.board, shapeId('i'), { owner: 'Ben' }), 'test')
  await eventually(async () => expect(await stored(room, 'i')).toMatchObject({ owner: 'Ben' }))
})

test('[LD13, F04] who filled in what is not hers goes on by itself, and everything else that she did comes over', async () => {
  const { room, leader, token } = await workshop()
  const { opening, now } = await openRoomPage(server, { token, room })
  await eventually(() => expect(titleOf(now().board, 'out')).toBe('Schrijven'))
  const first = now()
  // Her line is down for a moment; what she does meanwhile goes as one.
  first.provider.disconnect()
  addStep(first.board, 'mine', 'Mijn kaartje')
  changeStep(first.board, 'out', { title: 'Schrijven en bellen' })
  first.board.transact(() => changeRecord(first.board, shapeId('i'), { owner: 'Iemand anders' }), 'test')
  first.connect()
  await eventually(() => expect(opening.turnedBack.get()).not.toBeNull())
  await saved(now)
  expect(opening.turnedBack.get()).toEqual({
    why: 'leader-only',
    unsent: [{ recordId: 'shape:i', field: 'owner', text: 'Iemand anders' }],
  })
  await eventually(() => expect(titleOf(leader.board, 'out')).toBe('Schrijven en bellen'))
  expect(await stored(room, 'mine')).toMatchObject({ title: 'Mijn kaartje' })
  expect(await stored(room, 'i')).toMatchObject({ owner: 'Anna' })
  changeStep(now().board, 'mine', { title: 'Mijn kaartje, verder' })
  await eventually(() => expect(titleOf(leader.board, 'mine')).toBe('Mijn kaartje, verder'))
})
