import type { Contribution } from '@samenreis/model/api/erasure'
import type { CreatedRoom, CreatedSession } from '@samenreis/model/api/rooms'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import { newShape } from '@samenreis/model/interchange/newShape'
import * as Y from 'yjs'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { connectClient, openClient, type StockClient } from '../support/openClient.ts'
import { addStep, changeStep, removeStep, shapeId, titleOf } from '../support/records.ts'
import { WholeServer } from '../support/WholeServer.ts'

let server: WholeServer
let made: CreatedRoom
let leader: CreatedSession

beforeEach(async () => {
  server = await WholeServer.start()
  onTestFinished(() => server.close())
  made = await server.makeRoom()
  leader = await server.join(made, 'facilitator')
})

function open({ token }: CreatedSession): Promise<StockClient> {
  return openClient(server, { token, room: made.room.id })
}

/** Waits until everything that this client wrote is what HTTP reads: stored. */
async function stored(client: StockClient): Promise<void> {
  await eventually(async () => {
    const { records } = await server.rooms.read(made.room.id)
    expect([...records.keys()].toSorted()).toEqual(client.ids())
  })
}

function bytesOf(client: StockClient): Buffer {
  return Buffer.from(Y.encodeStateAsUpdate(client.doc))
}

test('[PY4, F83] whoever is in a room that is erased is sent away for good', async () => {
  const guest = await server.join(made, 'participant')
  const first = await open(leader)
  const clients = [first, await open(guest), await open(await server.join(made, 'screen'))]
  addStep(first.board, 'a', 'MARKER')
  const answer = await server.ask('DELETE', `/rooms/${made.room.id}`, { token: leader.token })
  expect(answer.status).toBe(204)
  await eventually(() => expect(clients.map(({ closeCode }) => closeCode)).toEqual([4404, 4404, 4404]))
  const back = connectClient(server, { token: guest.token, room: made.room.id })
  await eventually(() => expect(back.closeCode).toBe(4401))
  expect(server.rooms.size).toBe(0)
})

test('[PY5, F83] one person is taken from the board, the rest stays and is still known to be whose it is', async () => {
  const [anna, ben] = [
    await server.join(made, 'participant', { name: 'Anna' }),
    await server.join(made, 'participant', { name: 'Ben' }),
  ]
  const [at, bt, lt] = [await open(anna), await open(ben), await open(leader)]
  addStep(bt.board, 'his', 'Zij belt')
  addStep(at.board, 'hers', 'MARKER een')
  addStep(at.board, 'taken', 'MARKER twee')
  await eventually(() => expect(at.ids()).toEqual(bt.ids()))
  changeStep(at.board, 'his', { title: 'Zij belt MARKER' })
  removeStep(at.board, 'taken')
  bt.board.transact(() => putRecord(bt.board, newShape('idea', shapeId('idea'), { title: 'Eén nummer' })), 'test')
  await eventually(() => expect(titleOf(bt.board, 'his')).toBe('Zij belt MARKER'))
  await eventually(() => expect(lt.ids()).toEqual(bt.ids()))
  // Who does it is for who leads to say.
  lt.board.transact(() => changeRecord(lt.board, shapeId('idea'), { owner: 'Anna' }), 'test')
  // What others have is stored.
  await eventually(() => {
    expect(bt.board.records.get(shapeId('idea'))?.get('owner')?.toString()).toBe('Anna')
    expect(titleOf(lt.board, 'his')).toBe('Zij belt MARKER')
  })

  const path = `/rooms/${made.room.id}/participants/${anna.participant.id}`
  const counted = (await (
    await server.ask('GET', `${path}/contribution`, { token: leader.token })
  ).json()) as Contribution
  expect(counted).toEqual({ cards: 1, texts: 2, votes: 0 })
  expect(await (await server.ask('DELETE', path, { token: leader.token })).json()).toEqual(counted)
  await eventually(() => expect([at.closeCode, bt.closeCode, lt.closeCode]).toEqual([4401, 4409, 4409]))

  const fresh = await open(ben)
  expect([titleOf(fresh.board, 'his'), titleOf(fresh.board, 'hers')]).toEqual(['Zij belt', undefined])
  expect(fresh.board.records.get(shapeId('idea'))?.get('owner')?.toString()).toBe('')
  expect(bytesOf(fresh).includes('MARKER')).toBe(false)
  expect([...(await server.rooms.readAuthored(made.room.id)).authors.values()].map(({ maker }) => maker)).not.toContain(
    anna.participant.id,
  )

  // What Ben wrote before is still known to be his, and goes as well when he asks for it.
  const his = `/rooms/${made.room.id}/participants/${ben.participant.id}`
  expect(await (await server.ask('DELETE', his, { token: ben.token })).json()).toEqual({ cards: 2, texts: 0, votes: 0 })
  const last = await open(leader)
  expect(last.ids()).toEqual(['page:board'])
  expect(bytesOf(last).includes('Zij belt')).toBe(false)
})

test('[PY5, F83, F84] whoever comes back with the erased words in his document cannot bring them back', async () => {
  const anna = await server.join(made, 'participant', { name: 'Anna' })
  const [at, away] = [await open(anna), await open(leader)]
  addStep(at.board, 'hers', 'MARKER')
  await eventually(() => expect(away.ids()).toEqual(at.ids()))
  away.provider.disconnect()
  const path = `/rooms/${made.room.id}/participants/${anna.participant.id}`
  expect((await server.ask('DELETE', path, { token: leader.token })).status).toBe(200)
  // A stock client knows no epoch: it sends all that it has.
  away.provider.connect()
  await eventually(() => expect(away.closeCode).toBe(4422))
  const fresh = await open(leader)
  expect(fresh.ids()).toEqual(['page:board'])
  expect(JSON.stringify([...(await server.rooms.read(made.room.id)).records.values()])).not.toContain('MARKER')
})

test('[PY5] somebody who goes on writing while she is erased leaves nothing behind', async () => {
  const anna = await server.join(made, 'participant', { name: 'Anna' })
  const at = await open(anna)
  const writing = setInterval(() => addStep(at.board, `n${at.ids().length}`, 'MARKER'), 2)
  onTestFinished(() => clearInterval(writing))
  await eventually(async () => expect((await server.rooms.read(made.room.id)).records.size).toBeGreaterThan(5))
  const path = `/rooms/${made.room.id}/participants/${anna.participant.id}`
  expect((await server.ask('DELETE', path, { token: leader.token })).status).toBe(200)
  await eventually(() => expect(at.closeCode).toBe(4401))
  clearInterval(writing)
  expect((await open(leader)).ids()).toEqual(['page:board'])
})

test('[PY11, F89] who leaves is disconnected and stays out; the others stay', async () => {
  const [anna, ben] = [await server.join(made, 'participant'), await server.join(made, 'participant')]
  const [at, bt] = [await open(anna), await open(ben)]
  expect((await server.ask('DELETE', `/rooms/${made.room.id}/sessions/current`, { token: anna.token })).status).toBe(
    204,
  )
  await eventually(() => expect(at.closeCode).toBe(4401))
  addStep(bt.board, 'b')
  await stored(bt)
  expect(bt.closeCode).toBeNull()
})
