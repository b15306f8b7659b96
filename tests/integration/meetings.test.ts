import { connect } from 'node:net'
import { join } from 'node:path'
import { BoardMovedOnError, importBoard } from '@samenreis/server/exports/boardImport'
import { systemRandom } from '@samenreis/server/access/secrets'
import type { CreatedRoom, CreatedSession } from '@samenreis/model/api/rooms'
import { GuessRound } from '@samenreis/model/api/guesses'
import { RoomView } from '@samenreis/model/api/rooms'
import { Version } from '@samenreis/model/api/versions'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { putRecord, removeRecord } from '@samenreis/model/document/write'
import { newShape } from '@samenreis/model/interchange/newShape'
import { SqliteStorage } from '@samenreis/server/storage/SqliteStorage'
import * as Y from 'yjs'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { FaultyDocuments } from '../support/FaultyDocuments.ts'
import { temporaryFolder } from '../support/folder.ts'
import { RawClient } from '../support/RawClient.ts'
import { shapeId, step } from '../support/records.ts'
import { storageWith } from '../support/storageWith.ts'
import { WholeServer } from '../support/WholeServer.ts'

// Two parties who meet between two steps of the server: each test names both.

let folder: string
let storage: SqliteStorage
let documents: FaultyDocuments
let server: WholeServer
let made: CreatedRoom
let leader: CreatedSession

beforeEach(async () => {
  folder = temporaryFolder()
  storage = await openStore()
  documents = new FaultyDocuments(storage.documents)
  server = await WholeServer.start({ storage: storageWith(storage, documents) })
  onTestFinished(() => server.close())
  made = await server.makeRoom()
  leader = await server.join(made, 'facilitator')
})

function openStore(): Promise<SqliteStorage> {
  return SqliteStorage.open({ path: join(folder, 'samenreis.sqlite') })
}

/** A gate: what comes to it waits until it opens. */
function gate(): { readonly reached: Promise<void>; readonly pass: () => Promise<void>; readonly open: () => void } {
  const reached = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  return {
    reached: reached.promise,
    pass: () => {
      reached.resolve()
      return opened.promise
    },
    open: () => opened.resolve(),
  }
}

/** Holds back the next of these calls to the store. */
function holdBack(held: 'load' | 'append' | 'replace'): ReturnType<typeof gate> {
  const barrier = gate()
  documents.before = (operation) => {
    if (operation !== held) return Promise.resolve()
    documents.before = () => Promise.resolve()
    return barrier.pass()
  }
  return barrier
}

/** Somebody's connection, and the board as he sees it. */
async function open({ token }: CreatedSession): Promise<{ readonly client: RawClient; readonly board: BoardDocument }> {
  const client = await new RawClient(server.syncUrl, { room: made.room.id, token }).ready()
  return { client, board: new BoardDocument(client.doc) }
}

function change({ client, board }: Awaited<ReturnType<typeof open>>, make: (board: BoardDocument) => void): void {
  const before = Y.encodeStateVector(client.doc)
  board.transact(() => make(board), 'test')
  client.sendUpdate(Y.encodeStateAsUpdate(client.doc, before))
}

async function stored(): Promise<readonly string[]> {
  const { records } = await server.rooms.read(made.room.id)
  return [...records.keys()].filter((id) => id.startsWith('shape:')).toSorted()
}

async function storedTitles(): Promise<readonly string[]> {
  const { records } = await server.rooms.read(made.room.id)
  return [...records.values()].flatMap((record) => (record.type === 'touchpoint' ? [record.title] : []))
}

const inRoom = (path: string): string => `/rooms/${made.room.id}${path}`

/** Somebody asks for the room to be erased while an edit is on its way to the store and cannot get there. */
async function erasureOfUnstored(): Promise<{
  readonly ben: Awaited<ReturnType<typeof open>>
  readonly erasure: Promise<number>
  readonly fail: () => void
}> {
  const ben = await open(await server.join(made, 'participant'))
  const append = holdBack('append')
  change(ben, (board) => putRecord(board, step('late', 'Te laat')))
  await append.reached
  documents.failing.add('append')
  const erasure = server.ask('DELETE', inRoom(''), { token: leader.token }).then(({ status }) => status)
  await eventually(() => expect(server.rooms.counts.ending).toBe(1))
  return { ben, erasure, fail: append.open }
}

/** A request of which the body comes in two halves. */
async function haltingRequest(
  method: string,
  path: string,
  token: string,
  text: string,
): Promise<() => Promise<number>> {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
  let answer = ''
  socket.on('data', (data) => (answer += data.toString()))
  socket.on('error', () => undefined)
  const head = [
    `${method} /api/v1${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${text.slice(0, 1)}`)
  await new Promise((resolve) => setTimeout(resolve, 200))
  return async () => {
    socket.write(text.slice(1))
    await eventually(() => expect(answer).toContain('\r\n'))
    return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
  }
}

test('[RM28, F83] somebody erases the room, against an edit that cannot be stored: it is still the one room, and nothing acknowledged is lost', async () => {
  const { ben, erasure, fail } = await erasureOfUnstored()
  fail()
  expect(await erasure).toBe(503)
  documents.failing.clear()
  const nora = await open(leader)
  await eventually(() => {
    if (nora.client.durableFrames === 0 && nora.client.documentFrames > 0)
      change(nora, (board) => putRecord(board, step('acked', 'Bewaard')))
    expect(nora.client.durableFrames).toBeGreaterThan(0)
  }, 10_000)
  nora.client.socket.close()
  ben.client.socket.close()
  // Longer than the pause before a room that failed tries again.
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(await stored()).toEqual(['shape:acked', 'shape:late'])
  expect(server.rooms.counts.live).toBe(0)
})

test('[RM28, F62] somebody erases the room and cannot, against rights that are withdrawn meanwhile: they are withdrawn', async () => {
  const { ben, erasure, fail } = await erasureOfUnstored()
  await server.ask('POST', inRoom('/links/participant'), { token: leader.token })
  await eventually(() => expect(ben.client.closeCode).toBe(4401))
  fail()
  expect(await erasure).toBe(503)
  documents.failing.clear()
  await eventually(async () => expect(await stored()).toEqual(['shape:late']), 10_000)
})

test('[RM15, RM28] somebody erases the room, against a stop of the server: what could not be stored is not called stored', async () => {
  const ben = await open(await server.join(made, 'participant'))
  const append = holdBack('append')
  change(ben, (board) => putRecord(board, step('late', 'Te laat')))
  await append.reached
  const erasure = server.ask('DELETE', inRoom(''), { token: leader.token }).catch(() => null)
  await new Promise((resolve) => setTimeout(resolve, 100))
  await expect(server.close()).rejects.toMatchObject({ name: 'StorageUnavailableError' })
  append.open()
  await erasure
})

test('[PY5] a screen that is taken away had nothing: nobody is sent away, and earlier boards stay', async () => {
  const screen = await server.join(made, 'screen')
  const ben = await open(await server.join(made, 'participant'))
  await server.ask('POST', inRoom('/versions'), { token: leader.token, body: { name: 'v' } })
  const answer = await server.ask('DELETE', inRoom(`/participants/${screen.participant.id}`), { token: screen.token })
  expect(answer.status).toBe(200)
  expect((await server.ask('GET', inRoom(''), { token: screen.token })).status).toBe(401)
  const list = await (await server.ask('GET', inRoom('/versions'), { token: leader.token })).json()
  expect(list).toMatchObject({ versions: [{ name: 'v' }] })
  expect(ben.client.closeCode).toBeNull()
})

test('[PY5, F83] who is erased, against a version with her words that is put back at the same time: they stay away', async () => {
  const person = await server.join(made, 'participant', { name: 'Hendrika' })
  const hers = await open(person)
  change(hers, (board) => putRecord(board, step('hers', 'GEHEIM')))
  await eventually(() => expect(hers.client.durableFrames).toBe(1))
  const body = { name: 'v' }
  const version = Version.parse(
    await (await server.ask('POST', inRoom('/versions'), { token: leader.token, body })).json(),
  )
  const replacing = holdBack('replace')
  const erasure = server.ask('DELETE', inRoom(`/participants/${person.participant.id}`), { token: leader.token })
  await replacing.reached
  const restoration = server.ask('POST', inRoom(`/versions/${version.id}/restorations`), { token: leader.token })
  await new Promise((resolve) => setTimeout(resolve, 100))
  replacing.open()
  expect((await erasure).status).toBe(200)
  expect((await restoration).status).toBe(404)
  expect(await storedTitles()).toEqual([])
})

/** A journey with one step, and a round of guessing about it. */
async function openRound(): Promise<GuessRound> {
  const journey = newShape('journey', shapeId('j'), { title: 'Reis' })
  await server.rooms.write(made.room.id, (board) => {
    putRecord(board, journey)
    putRecord(board, { ...step('s1', 'Bellen'), parentId: journey.id })
  })
  const body = { journeyId: journey.id }
  const answer = await server.ask('POST', inRoom('/guess-rounds'), { token: leader.token, body })
  return GuessRound.parse(await answer.json())
}

async function storedCurves(): Promise<number> {
  const { records } = await server.rooms.read(made.room.id)
  return [...records.values()].filter(({ type }) => type === 'curve').length
}

const guess = { points: { [shapeId('s1')]: 1 }, done: true }

test('[PY5, GS4, F83] who is erased, against the reveal of what she guessed: nothing of her is shown', async () => {
  const person = await server.join(made, 'participant', { name: 'Hendrika', role: 'professional' })
  const { id } = await openRound()
  const put = await server.ask('PUT', inRoom(`/guess-rounds/${id}/guess`), { token: person.token, body: guess })
  expect(put.status).toBe(200)
  const replacing = holdBack('replace')
  const erasure = server.ask('DELETE', inRoom(`/participants/${person.participant.id}`), { token: leader.token })
  await replacing.reached
  const reveal = server.ask('POST', inRoom(`/guess-rounds/${id}/reveal`), { token: leader.token })
  await new Promise((resolve) => setTimeout(resolve, 100))
  replacing.open()
  expect((await erasure).status).toBe(200)
  await reveal
  expect(await storedCurves()).toBe(0)
})

test('[GS4, GS5] who makes a curve that says it came by the round, against the reveal: what was guessed is shown, and the round goes on till then', async () => {
  const anna = await server.join(made, 'participant', { name: 'Anna', role: 'professional' })
  const boris = await open(await server.join(made, 'participant', { name: 'Boris' }))
  const { id } = await openRound()
  const put = await server.ask('PUT', inRoom(`/guess-rounds/${id}/guess`), { token: anna.token, body: guess })
  expect(put.status).toBe(200)
  const forged = newShape('curve', shapeId('forged'), {
    parentId: shapeId('j'),
    journeyId: shapeId('j'),
    authorId: anna.participant.id,
    points: { [shapeId('s1')]: -2 },
    meta: { guessRound: id },
  })
  await eventually(() => expect(boris.board.records.has(shapeId('j'))).toBe(true))
  change(boris, (board) => putRecord(board, forged))
  await eventually(() => expect(boris.client.durableFrames).toBe(1))
  // Another process, which knows nothing of the round but what is stored.
  boris.client.socket.close()
  await server.close()
  server = await WholeServer.start({ storage: await openStore() })
  onTestFinished(() => server.close())
  const own = await server.ask('GET', inRoom(`/guess-rounds/${id}/guess`), { token: anna.token })
  expect(await own.json()).toEqual(guess)
  // A link that is renewed meanwhile changes nothing of whose curves they are.
  const renewal = await server.ask('POST', inRoom('/links/facilitator'), { token: leader.token })
  const { token } = (await renewal.json()) as { token: string }
  await server.ask('POST', inRoom(`/guess-rounds/${id}/reveal`), { token })
  const { records } = await server.rooms.read(made.room.id)
  const shown = [...records.values()].filter((record) => record.type === 'curve')
  expect(shown.map(({ points }) => points)).toContainEqual(guess.points)
})

test('[PY5, GS2, F83] who is erased, against her own guess that is still coming in: it is not kept', async () => {
  const person = await server.join(made, 'participant', { name: 'Hendrika', role: 'professional' })
  const { id } = await openRound()
  const path = inRoom(`/guess-rounds/${id}/guess`)
  const finish = await haltingRequest('PUT', path, person.token, JSON.stringify(guess))
  await server.ask('DELETE', inRoom(`/participants/${person.participant.id}`), { token: leader.token })
  expect(await finish()).toBe(401)
  await server.ask('POST', inRoom(`/guess-rounds/${id}/reveal`), { token: leader.token })
  expect(await storedCurves()).toBe(0)
})

test('[AC8, HT12, F62] a link that is renewed, against a request that came by it and is not all there: what it may is asked at its end', async () => {
  const other = await server.join(made, 'facilitator')
  const rename = await haltingRequest('PATCH', inRoom(''), other.token, JSON.stringify({ title: 'Overgenomen' }))
  const file = await (await server.ask('GET', inRoom('/exports/board.json'), { token: leader.token })).text()
  const bring = await haltingRequest('POST', inRoom('/imports'), other.token, file)
  const renewal = await server.ask('POST', inRoom('/links/facilitator'), { token: leader.token })
  expect(renewal.status).toBe(201)
  expect([await rename(), await bring()]).toEqual([401, 401])
  const token = String(((await renewal.json()) as { token: unknown }).token)
  const view = RoomView.parse(await (await server.ask('GET', inRoom(''), { token })).json())
  expect(view.room.title).not.toBe('Overgenomen')
})

test('[AC8] two who renew the facilitators’ link at once: the one who comes second is out', async () => {
  const other = await server.join(made, 'facilitator')
  const answers = await Promise.all(
    [leader, other].map(({ token }) => server.ask('POST', inRoom('/links/facilitator'), { token })),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 410]))
})

test('[AC10] who changes his name, against who gives him another role: both hold', async () => {
  for (let round = 0; round < 20; round += 1) {
    const person = await server.join(made, 'participant', { name: `P${round}` })
    const path = inRoom(`/participants/${person.participant.id}`)
    const rename = (name: string): Promise<Response> =>
      server.ask('PATCH', path, { token: person.token, body: { name } })
    const asked = [
      rename('een'),
      rename('twee'),
      server.ask('PATCH', path, { token: leader.token, body: { role: 'observer' } }),
      rename('drie'),
    ]
    await Promise.all(asked)
    const kept = (await storage.directory.participantsOf(made.room.id)).find(({ id }) => id === person.participant.id)
    expect([round, kept?.role]).toEqual([round, 'observer'])
    expect(['een', 'twee', 'drie', 'vier', 'vijf', 'zes']).toContain(kept?.name)
  }
})

test('[SE13, F62] a link that is renewed, another role and an erasure, against who waits for the room to load: he comes in as he may now', async () => {
  for (const what of ['link', 'role', 'person'] as const) {
    await eventually(() => expect(server.rooms.size).toBe(0))
    const person = await server.join(made, 'participant')
    const path = inRoom(`/participants/${person.participant.id}`)
    const loading = holdBack('load')
    const client = new RawClient(server.syncUrl, { room: made.room.id, token: person.token })
    await loading.reached
    if (what === 'role') await server.ask('PATCH', path, { token: leader.token, body: { role: 'observer' } })
    // The erasure itself waits for the room.
    const changed = what === 'person' ? server.ask('DELETE', path, { token: leader.token }) : null
    if (what === 'link') {
      const answer = await server.ask('POST', inRoom('/links/participant'), { token: leader.token })
      const { secret } = (await answer.json()) as { secret: string }
      made = { ...made, links: { ...made.links, participant: secret } }
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
    loading.open()
    await changed
    if (what === 'role') await eventually(() => expect(client.got('hello')[0]?.hello.mayEdit).toBe(false))
    else await eventually(() => expect(client.closeCode).toBe(4401))
    client.socket.close()
  }
})

test('[EX9] who brings in a file, against who makes one of its cards at that moment: his words stay', async () => {
  await server.rooms.write(made.room.id, (board) => putRecord(board, step('card', 'Uit het bestand')))
  const file = await (await server.ask('GET', inRoom('/exports/board.json'), { token: leader.token })).text()
  await server.rooms.write(made.room.id, (board) => removeRecord(board, shapeId('card')))
  const room = await storage.directory.findRoom(made.room.id)
  if (room === null) throw new Error('There is no room')
  const make = async (): Promise<void> => {
    await server.rooms.write(made.room.id, (board) => putRecord(board, step('card', 'Van iemand hier')))
  }
  const { rooms } = server
  const deps = { directory: storage.directory, random: systemRandom, now: () => Date.now() }
  // Before the look at the board, and between the look and the writing.
  await importBoard(room, [Buffer.from(file)], { ...deps, rooms, versions: { keepBefore: make } })
  expect((await storedTitles()).toSorted()).toEqual(['Uit het bestand', 'Van iemand hier'])
  await rooms.write(made.room.id, (board) => {
    for (const id of board.records.keys()) if (id.startsWith('shape:')) board.records.delete(id)
  })
  const late = {
    read: rooms.read.bind(rooms),
    write: async (...args: Parameters<typeof rooms.write>) => (await make(), rooms.write(...args)),
  }
  const versions = { keepBefore: () => Promise.resolve() }
  await expect(importBoard(room, [Buffer.from(file)], { ...deps, rooms: late, versions })).rejects.toBeInstanceOf(
    BoardMovedOnError,
  )
  expect(await storedTitles()).toEqual(['Van iemand hier'])
})

test('[HT12, F65] who asks on and on without reading an answer is let go', async () => {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => undefined)
  socket.pause()
  socket.write('GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(1000))
  socket.resume()
  await closed
  expect(socket.bytesRead).toBeLessThan(1_000_000)
  expect((await server.ask('GET', '/settings')).status).toBe(200)
})

test('[HT12, F75] two who bring a file and stop halfway, against all who come with one after them: they are not waited for', async () => {
  const file = await (await server.ask('GET', inRoom('/exports/board.json'), { token: leader.token })).text()
  const other = await server.makeRoom()
  const otherLeader = await server.join(other, 'facilitator')
  const third = await server.makeRoom()
  const thirdLeader = await server.join(third, 'facilitator')
  await haltingRequest('POST', inRoom('/imports'), leader.token, file)
  await haltingRequest('POST', `/rooms/${other.room.id}/imports`, otherLeader.token, file)
  const bring = async (): Promise<number> => {
    const path = `/rooms/${third.room.id}/imports`
    return (await server.ask('POST', path, { token: thirdLeader.token, body: file })).status
  }
  expect(await bring()).toBe(429)
  await eventually(async () => expect(await bring()).toBe(201), 20_000)
}, 30_000)
