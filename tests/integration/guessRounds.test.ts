import { putRecord } from '@samenreis/model/document/write'
import { newShape } from '@samenreis/model/interchange/newShape'
import { messageTypes } from '@samenreis/model/protocol/messages'
import type { Role } from '@samenreis/model/records/enumerations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { shapeId, step } from '../support/records.ts'
import { WholeServer } from '../support/WholeServer.ts'

let server: WholeServer
beforeAll(async () => {
  server = await WholeServer.start()
})
afterAll(() => server.close())

const journey = shapeId('journey')

/** A room with a locked journey of two steps, its leader, two of staff and a client, each by HTTP alone. */
async function workshop() {
  const made = await server.makeRoom()
  const room = made.room.id
  const leads = await server.join(made, 'facilitator')
  const leader = await openClient(server, { token: leads.token, room })
  leader.board.transact(() => {
    putRecord(leader.board, newShape('journey', journey, { geometry: [0, 0, 0, 2000, 900], locked: true }))
    for (const part of ['one', 'two']) putRecord(leader.board, { ...step(part, part), parentId: journey })
  }, 'test')
  await eventually(async () => expect((await server.rooms.read(room)).records.size).toBeGreaterThan(3))
  const as = async (role: Role) => {
    const body = { secret: made.links.participant, role }
    const answer = await server.ask('POST', `/rooms/${room}/sessions`, { body })
    return (await answer.json()) as { token: string; participant: { id: string } }
  }
  const [sanne, joris, riet] = [await as('professional'), await as('policy'), await as('client')]
  const rounds = `/rooms/${room}/guess-rounds`
  const opened = await server.ask('POST', rounds, { token: leads.token, body: { journeyId: journey } })
  const { id } = (await opened.json()) as { id: string }
  const guess = (token: string, points: Record<string, number>): Promise<Response> =>
    server.ask('PUT', `${rounds}/${id}/guess`, { token, body: { points, done: true } })
  const reveal = (): Promise<Response> => server.ask('POST', `${rounds}/${id}/reveal`, { token: leads.token })
  return { room, leads, leader, sanne, joris, riet, rounds, guess, reveal }
}

test('[GS7] before the reveal no byte of a guess reaches another; at the reveal all of it comes in one update', async () => {
  const { room, sanne, joris, riet, rounds, guess, reveal, leads } = await workshop()
  const raw = await openRaw(server, { token: riet.token, room }).ready()
  const frames: Buffer[] = []
  raw.socket.on('message', (data) => void (Buffer.isBuffer(data) && frames.push(data)))
  // A step that no board has: whoever sees these letters saw a guess.
  const secret = 'shape:geheimvansanne'
  await guess(sanne.token, { 'shape:one': -2, 'shape:two': 2, [secret]: 1 })
  await guess(joris.token, { 'shape:one': 1 })
  await guess(joris.token, { 'shape:one': 0 })
  await eventually(() =>
    expect(raw.got('event').filter(({ event }) => event.kind === 'guess').length).toBeGreaterThan(1),
  )
  // What everybody else can ask for by HTTP, the leader included.
  const answers: string[] = []
  for (const { token } of [riet, joris, leads]) {
    for (const path of [`${rounds}/current`, `/rooms/${room}/participants`, `/rooms/${room}/actions`]) {
      answers.push(await (await server.ask('GET', path, { token })).text())
    }
  }
  for (const file of ['board.json', 'acties.json']) {
    answers.push(await (await server.ask('GET', `/rooms/${room}/exports/${file}`, { token: leads.token })).text())
  }
  answers.push(await (await server.ask('GET', `${rounds}/current`, { token: riet.token })).text())
  for (const text of [...answers, ...frames.map((frame) => frame.toString('latin1'))])
    expect(text).not.toContain(secret)
  // No change of the board at all, and events that say nothing but that something changed.
  expect(frames.filter(([type]) => type === messageTypes.sync)).toEqual([])
  for (const { event } of raw.got('event')) if (event.kind === 'guess') expect(event).toEqual({ kind: 'guess' })

  const before = raw.documentFrames
  const late = await openClient(server, { token: joris.token, room })
  expect([...late.board.records.values()].filter((fields) => fields.get('type') === 'curve')).toEqual([])
  expect((await reveal()).status).toBe(200)
  await eventually(() => expect(raw.documentFrames).toBe(before + 1))
  const records = raw.doc.getMap<{ get(name: string): unknown }>('records')
  const curves = [...records.values()].filter((fields) => fields.get('type') === 'curve')
  expect(curves.map((fields) => [fields.get('authorId'), fields.get('points')])).toEqual(
    expect.arrayContaining([
      [sanne.participant.id, { 'shape:one': -2, 'shape:two': 2 }],
      [joris.participant.id, { 'shape:one': 0 }],
    ]),
  )
  expect(curves).toHaveLength(2)
  await eventually(() =>
    expect(raw.got('event').filter(({ event }) => event.kind === 'guess').length).toBeGreaterThan(2),
  )
  expect(raw.documentFrames).toBe(before + 1)
})

test('[GS3] who is here and staff counts as invited, and everybody is told when a count changes', async () => {
  const { room, sanne, riet, rounds, guess } = await workshop()
  const progress = async (): Promise<unknown> => {
    const answer = await server.ask('GET', `${rounds}/current`, { token: riet.token })
    return ((await answer.json()) as { progress: unknown }).progress
  }
  const watcher = await openRaw(server, { token: riet.token, room }).ready()
  const told = (): number => watcher.got('event').filter(({ event }) => event.kind === 'guess').length
  const client = await openClient(server, { token: sanne.token, room })
  expect(await progress()).toEqual({ invited: 1, started: 0, finished: 0 })
  const before = told()
  await guess(sanne.token, { 'shape:one': 1 })
  await eventually(() => expect(told()).toBe(before + 1))
  await guess(sanne.token, { 'shape:one': 2 })
  expect(await progress()).toEqual({ invited: 1, started: 1, finished: 1 })
  client.provider.destroy()
  await eventually(() => expect(server.rooms.connected(room).has(sanne.participant.id as never)).toBe(false))
  expect(await progress()).toEqual({ invited: 1, started: 1, finished: 1 })
  expect(told()).toBe(before + 1)
})
