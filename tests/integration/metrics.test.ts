import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { DurableClient } from '../support/DurableClient.ts'
import { storageWith } from '../support/storageWith.ts'
import { eventually } from '../support/eventually.ts'
import { FaultyDocuments } from '../support/FaultyDocuments.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep } from '../support/records.ts'
import { WholeServer } from '../support/WholeServer.ts'

const TOKEN = 'a-token-of-the-one-who-watches'
const MARKER = 'MARKER'

type Readings = ReadonlyMap<string, number>

async function startServer(options: Parameters<typeof WholeServer.start>[0] = {}): Promise<WholeServer> {
  const server = await WholeServer.start({ metricsToken: TOKEN, ...options })
  onTestFinished(() => server.close().catch(() => undefined))
  return server
}

function ask(server: WholeServer, authorization?: string): Promise<Response> {
  return fetch(`${server.origin}/metrics`, authorization === undefined ? {} : { headers: { authorization } })
}

/** Every line that is no comment, by name and labels. */
async function read(server: WholeServer): Promise<Readings> {
  const answer = await ask(server, `Bearer ${TOKEN}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const [, name = '', value = ''] = /^(samenreis_[a-z_]+(?:\{[a-z_]+="[\w.+-]+"\})?) (\S+)$/.exec(line) ?? []
      expect(name, line).not.toBe('')
      return [name, Number(value)]
    }),
  )
}

function valueOf(readings: Readings, name: string): number {
  const value = readings.get(`samenreis_${name}`)
  if (value === undefined) throw new Error(`There is no ${name} in ${[...readings.keys()].join(' ')}`)
  return value
}

test('[OP1] metrics are read with the token of the settings and no other way', async () => {
  const server = await startServer()
  const wrong = [undefined, 'Bearer', 'Bearer x', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN]
  for (const authorization of wrong) {
    const answer = await ask(server, authorization)
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'application/problem+json'])
    expect(await answer.text()).not.toContain('samenreis_')
  }
  const closed = await WholeServer.start()
  onTestFinished(() => closed.close())
  const answers = [await ask(closed), await ask(closed, 'Bearer '), await ask(closed, `Bearer ${TOKEN}`)]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
})

test('[OP2] rooms, people, frames, bytes, times and refusals are counted, and what is over is over', async () => {
  const server = await startServer()
  const made = await server.makeRoom()
  const [leader, screen] = [await server.join(made, 'facilitator'), await server.join(made, 'screen')]
  const client = new DurableClient(server.syncUrl, made.room.id, 'marjan', leader.token)
  await eventually(() => expect(client.provider.synced).toBe(true))
  for (let edit = 0; edit < 5; edit += 1) {
    client.edit()
    await eventually(() => expect(client.acknowledged).toBe(edit + 1))
  }
  const viewer = await openRaw(server, { token: screen.token, room: made.room.id }).ready()
  const during = await read(server)
  expect(valueOf(during, 'rooms{state="live"}')).toBe(1)
  expect(valueOf(during, 'connections')).toBe(2)
  expect(valueOf(during, 'participants')).toBe(2)
  expect(valueOf(during, 'storage_rooms{storage="ok"}')).toBe(1)
  expect(valueOf(during, 'frames_received_total{kind="update"}')).toBe(5)
  expect(valueOf(during, 'frames_received_total{kind="step1"}')).toBe(2)
  expect(valueOf(during, 'frames_sent_total{kind="document"}')).toBeGreaterThanOrEqual(5)
  expect(valueOf(during, 'frames_sent_total{kind="control"}')).toBeGreaterThanOrEqual(4)
  expect(valueOf(during, 'commit_seconds_count')).toBe(5)
  expect(valueOf(during, 'relay_seconds_count')).toBe(5)
  expect(valueOf(during, 'relay_seconds_sum')).toBeGreaterThanOrEqual(valueOf(during, 'commit_seconds_sum'))
  expect(valueOf(during, 'bytes_total{direction="in"}')).toBeGreaterThan(1000)
  expect(valueOf(during, 'bytes_total{direction="out"}')).toBeGreaterThan(1000)
  expect(valueOf(during, 'event_loop_delay_seconds{quantile="0.99"}')).toBeGreaterThan(0)
  expect(valueOf(during, 'memory_bytes')).toBeGreaterThan(1_000_000)
  expect(valueOf(during, 'cpu_seconds_total')).toBeGreaterThan(0)

  const before = Y.encodeStateVector(viewer.doc)
  addStep(new BoardDocument(viewer.doc), 'not-allowed')
  viewer.sendUpdate(Y.encodeStateAsUpdate(viewer.doc, before))
  expect(await viewer.closed()).toBe(4403)
  const stranger = openRaw(server, { token: 'nobody', room: made.room.id })
  expect(await stranger.closed()).toBe(4401)
  const foreign = openRaw(server, { token: screen.token, headers: { Origin: 'https://elsewhere.example' } })
  await eventually(() => expect(foreign.status).toBe(403))
  client.provider.destroy()
  await eventually(async () => {
    const after = await read(server)
    expect(valueOf(after, 'frames_refused_total{reason="forbidden"}')).toBe(1)
    expect(valueOf(after, 'sessions_ended_total{reason="forbidden"}')).toBe(1)
    expect(valueOf(after, 'joins_refused_total{reason="not-signed-in"}')).toBe(1)
    expect(valueOf(after, 'upgrades_refused_total{status="403"}')).toBe(1)
    expect(valueOf(after, 'connections')).toBe(0)
    expect(valueOf(after, 'participants')).toBe(0)
    expect(valueOf(after, 'rooms{state="live"}')).toBe(0)
    expect(valueOf(after, 'queued_bytes')).toBe(0)
    for (const direction of ['in', 'out']) {
      const name = `bytes_total{direction="${direction}"}`
      expect(valueOf(after, name)).toBeGreaterThan(valueOf(during, name))
    }
  })
})

test('[OP2] storage that fails is seen, and that it came back', async () => {
  const memory = new MemoryStorage()
  const documents = new FaultyDocuments(memory.documents)
  const server = await startServer({ storage: storageWith(memory, documents) })
  const made = await server.makeRoom()
  const client = new DurableClient(server.syncUrl, made.room.id, 'ali', (await server.join(made, 'facilitator')).token)
  await eventually(() => expect(client.provider.synced).toBe(true))
  documents.failing.add('append')
  client.edit()
  await eventually(async () => {
    const failing = await read(server)
    expect(valueOf(failing, 'storage_rooms{storage="failing"}')).toBe(1)
    expect(valueOf(failing, 'commits_failed_total')).toBeGreaterThanOrEqual(1)
    expect(valueOf(failing, 'unsaved_bytes')).toBeGreaterThan(0)
  })
  documents.failing.clear()
  await eventually(async () => {
    const back = await read(server)
    expect(valueOf(back, 'storage_rooms{storage="failing"}')).toBe(0)
    expect(valueOf(back, 'storage_rooms{storage="ok"}')).toBe(1)
    expect(valueOf(back, 'unsaved_bytes')).toBe(0)
  })
})

test('[OP3] no name, title, room, person, token or address is in the metrics', async () => {
  const server = await startServer()
  const made = await server.makeRoom({ title: `${MARKER} huis`, question: `${MARKER}?` })
  const leader = await server.join(made, 'facilitator')
  const named = { name: `${MARKER} naam` }
  await server.ask('PATCH', `/rooms/${made.room.id}/participants/${leader.participant.id}`, {
    token: leader.token,
    body: named,
  })
  const client = new DurableClient(server.syncUrl, made.room.id, MARKER, leader.token)
  await eventually(() => expect(client.provider.synced).toBe(true))
  client.edit()
  await eventually(() => expect(client.acknowledged).toBe(1))
  const text = await (await ask(server, `Bearer ${TOKEN}`)).text()
  const secrets = [MARKER, made.room.id, leader.participant.id, leader.token, TOKEN, '127.0.0.1', made.links.screen]
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
})
