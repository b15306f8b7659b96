import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Participant } from '@samenreis/model/api/participant'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import { expect, onTestFinished, test } from 'vitest'
import { newParticipantId, newRoomId, systemRandom } from '../access/secrets.ts'
import { createLog } from '../log.ts'
import { RescueFiles } from '../rescue/RescueFiles.ts'
import { StorageUnavailableError } from '../storage/StorageUnavailableError.ts'
import { problemOf, TestApi } from '../testing/TestApi.ts'
import { ERASED_LIST_FILE, ErasedList, hashOfId } from './ErasedList.ts'
import { Purge } from './Purge.ts'

const AT = '2026-11-22T09:00:00.000Z'

function listFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'samenreis-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'data', ERASED_LIST_FILE)
}

test('[PY4, PY7, F83] a facilitator erases a room: nothing of it is left, and nobody gets in again', async () => {
  const api = new TestApi()
  const [made, other] = [await api.createRoom({ start: 'demo-riet' }), await api.createRoom()]
  const [leader, guest] = [await api.join(made, 'facilitator'), await api.join(made)]
  const path = `/api/v1/rooms/${made.room.id}`
  expect((await problemOf(await api.ask('DELETE', path, { token: guest.token }))).code).toBe('forbidden')
  expect((await problemOf(await api.ask('DELETE', path))).code).toBe('not-signed-in')
  const answer = await api.ask('DELETE', path, { cookie: leader.cookie })
  expect(answer.status).toBe(204)
  expect(answer.headers.get('Set-Cookie')).toMatch(new RegExp(`^samenreis_${made.room.id}=;.*Max-Age=0`))
  expect(await api.storage.directory.roomIds()).toEqual([other.room.id])
  for (const { token } of [leader, guest]) {
    expect((await problemOf(await api.ask('GET', path, { token }))).code).toBe('not-signed-in')
  }
  for (const secret of Object.values(made.links)) {
    expect((await problemOf(await api.enter(made.room.id, { secret }))).code).toBe('link-invalid')
  }
  const lines = api.logged.filter((line) => line.includes('room-erased'))
  expect(lines).toHaveLength(1)
  for (const id of [made.room.id, leader.participant.id]) expect(api.logged.join('')).not.toContain(id)
  expect(api.erasedList.hasRoom(made.room.id)).toBe(true)
})

test('[PY4] a room that cannot be loaded can be erased', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const { token } = await api.join(made, 'facilitator')
  api.storage.documents.loadDocument = () => Promise.reject(new StorageUnavailableError('load', { cause: null }))
  await expect(api.rooms.read(made.room.id)).rejects.toThrow('load')
  expect((await api.ask('DELETE', `/api/v1/rooms/${made.room.id}`, { token })).status).toBe(204)
  expect(await api.storage.directory.roomIds()).toEqual([])
})

test('[PY4] who wants a room while it is taken away waits and hears that there is none; two who erase it at once both succeed', async () => {
  const api = new TestApi()
  const { room } = await api.createRoom()
  const { promise: taken, resolve: take } = Promise.withResolvers<void>()
  const ending = api.rooms.end(room.id, () => taken.then(() => api.storage.directory.eraseRoom(room.id)))
  const reading = api.rooms.read(room.id)
  const writing = api.rooms.write(room.id, () => undefined)
  const again = api.erasures.eraseRoom(room.id, null)
  take()
  await ending
  await expect(reading).rejects.toMatchObject({ name: 'RoomNotFoundError' })
  await expect(writing).rejects.toMatchObject({ name: 'RoomNotFoundError' })
  await again
  expect(api.rooms.size).toBe(0)
})

test('[PY4] a store that fails leaves the room as it was, and the next try erases it', async () => {
  const api = new TestApi()
  const { room } = await api.createRoom()
  const erase = api.storage.directory.eraseRoom.bind(api.storage.directory)
  api.storage.directory.eraseRoom = () => Promise.reject(new StorageUnavailableError('erase', { cause: null }))
  await expect(api.erasures.eraseRoom(room.id, null)).rejects.toThrow('erase')
  expect((await api.rooms.read(room.id)).version).toBeGreaterThan(0)
  api.storage.directory.eraseRoom = erase
  expect(await api.erasures.reapply()).toBe(1)
  expect(await api.storage.directory.roomIds()).toEqual([])
})

test('[PY5, F83] everybody erases himself, a facilitator anybody; nobody else', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const [leader, anna, ben] = [
    await api.join(made, 'facilitator'),
    await api.join(made, 'participant', { name: 'Anna' }),
    await api.join(made, 'participant', { name: 'Ben' }),
  ]
  const people = `/api/v1/rooms/${made.room.id}/participants`
  const of = (id: ParticipantId) => `${people}/${id}`
  for (const [method, path] of [
    ['DELETE', of(anna.participant.id)],
    ['GET', `${of(anna.participant.id)}/contribution`],
  ] as const) {
    expect((await problemOf(await api.ask(method, path, { token: ben.token }))).code).toBe('forbidden')
  }
  const nobody = of(newParticipantId(systemRandom))
  expect((await problemOf(await api.ask('DELETE', nobody, { token: leader.token }))).code).toBe('not-found')
  expect(api.erasedList.hasPeopleOf(made.room.id)).toBe(false)

  const itself = await api.ask('DELETE', of(anna.participant.id), { cookie: anna.cookie })
  expect([itself.status, await itself.json()]).toEqual([200, { cards: 0, texts: 0, votes: 0 }])
  expect(itself.headers.get('Set-Cookie')).toContain('Max-Age=0')
  expect((await problemOf(await api.ask('GET', people, { token: anna.token }))).code).toBe('not-signed-in')
  const led = await api.ask('DELETE', of(ben.participant.id), { token: leader.token })
  expect([led.status, led.headers.get('Set-Cookie')]).toEqual([200, null])
  const left = (await (await api.ask('GET', people, { token: leader.token })).json()) as { participants: Participant[] }
  expect(left.participants.map(({ id }) => id)).toEqual([leader.participant.id])
  // Who comes back by the link is somebody new.
  expect((await api.join(made, 'participant', { name: 'Anna' })).participant.id).not.toBe(anna.participant.id)
  expect(api.logged.join('')).not.toMatch(/Anna|Ben/)
})

test('[PY5] somebody whose votes came with a demo can be erased, with all of these votes', async () => {
  const api = new TestApi()
  const made = await api.createRoom({ start: 'demo-riet' })
  const { token } = await api.join(made, 'facilitator')
  const { directory } = api.storage
  const [vote] = await directory.votesOf(made.room.id)
  if (vote === undefined) throw new Error('The demo has no votes')
  const all = await directory.votesOf(made.room.id)
  const path = `/api/v1/rooms/${made.room.id}/participants/${vote.participantId}`
  const hers = all.filter(({ participantId }) => participantId === vote.participantId).length
  const told = await (await api.ask('GET', `${path}/contribution`, { token })).json()
  expect(told).toMatchObject({ votes: hers })
  expect(await (await api.ask('DELETE', path, { token })).json()).toEqual(told)
  expect(await directory.votesOf(made.room.id)).toHaveLength(all.length - hers)
})

test('[PY6] the list is on disk before anything is taken away, and is read again; a line that a crash cut off harms no other', async () => {
  const path = listFile()
  const [room, person] = [newRoomId(systemRandom), newParticipantId(systemRandom)]
  const first = await ErasedList.open(path)
  await first.add({ at: AT, room: hashOfId(room), person: null, cause: 'retention', by: null })
  await first.close()
  appendFileSync(path, '{"at":"2026-11-22T09:00:00.000Z","room":"ab')
  const second = await ErasedList.open(path)
  const [other, by] = [newRoomId(systemRandom), hashOfId(newParticipantId(systemRandom))]
  await second.add({ at: AT, room: hashOfId(other), person: hashOfId(person), cause: 'facilitator', by })
  await second.close()
  const third = await ErasedList.open(path)
  expect([third.hasRoom(room), third.hasRoom(other)]).toEqual([true, false])
  expect([third.hasPerson(other, person), third.hasPerson(room, person)]).toEqual([true, false])
  expect([third.hasPeopleOf(other), third.hasPeopleOf(room)]).toEqual([true, false])
  const text = readFileSync(path, 'utf8')
  for (const id of [room, other, person]) expect(text).not.toContain(id)
  expect(third.needsPurge).toBe(true)
  await third.notePurge(AT)
  expect(third.needsPurge).toBe(false)
  await third.close()
  const fourth = await ErasedList.open(path)
  expect([fourth.needsPurge, fourth.hasRoom(room)]).toEqual([false, true])
  await fourth.close()
})

test('[PY6] an erasure that was begun is finished, and one that a backup undid is done again', async () => {
  const api = new TestApi()
  const [gone, kept] = [await api.createRoom(), await api.createRoom()]
  const { participant } = await api.join(kept)
  await api.erasedList.add({ at: AT, room: hashOfId(gone.room.id), person: null, cause: 'retention', by: null })
  const person = hashOfId(participant.id)
  await api.erasedList.add({ at: AT, room: hashOfId(kept.room.id), person, cause: 'participant', by: person })
  expect(await api.erasures.reapply()).toBe(2)
  expect(await api.storage.directory.roomIds()).toEqual([kept.room.id])
  expect(await api.storage.directory.participantsOf(kept.room.id)).toEqual([])
  expect(await api.erasures.reapply()).toBe(0)
})

test('[PY8, F83] boards that were rescued of an erased room go with it, and no others', async () => {
  const folder = dirname(listFile())
  const files = new RescueFiles({ folder, key: randomBytes(32) })
  const [gone, kept] = [newRoomId(systemRandom), newRoomId(systemRandom)]
  const rescued = { epoch: 'e', state: new Uint8Array(3), clients: new Map() }
  await files.write({ ...rescued, roomId: gone })
  await files.write({ ...rescued, roomId: gone })
  const left = await files.write({ ...rescued, roomId: kept })
  expect(await files.removeOf(gone)).toBe(2)
  expect(readdirSync(folder)).toEqual([basename(left)])
  // Nothing to look in is no error.
  expect(await new RescueFiles({ folder: join(folder, 'none'), key: randomBytes(32) }).removeOf(gone)).toBe(0)
})

test('[PY8] the store is written anew when nobody works, at latest a day after, and again when it failed', async () => {
  let [quiet, nowMs, fails, purges] = [false, 0, false, 0]
  const list = ErasedList.inMemory()
  const purge = new Purge({
    storage: {
      purge: () => {
        if (fails) return Promise.reject(new Error('disk full'))
        purges += 1
        return Promise.resolve()
      },
    },
    list,
    isQuiet: () => quiet,
    clock: () => nowMs,
    now: () => Date.parse(AT),
    log: createLog('silent'),
  })
  onTestFinished(() => purge.stop())
  const look = async (): Promise<number> => {
    purge.look()
    await new Promise((resolve) => setImmediate(resolve))
    return purges
  }
  quiet = true
  expect(await look()).toBe(0)
  quiet = false
  await list.add({ at: AT, room: 'a', person: null, cause: 'retention', by: null })
  purge.ask()
  expect(await look()).toBe(0)
  quiet = true
  expect(await look()).toBe(1)
  expect([await look(), list.needsPurge]).toEqual([1, false])
  quiet = false
  purge.ask()
  nowMs += 24 * 60 * 60 * 1000
  fails = true
  expect(await look()).toBe(1)
  fails = false
  expect(await look()).toBe(2)
})

test('[PY11, F89] who leaves ends this session and no other, and loses the cookie', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const [anna, ben] = [await api.join(made), await api.join(made)]
  const path = `/api/v1/rooms/${made.room.id}`
  const answer = await api.ask('DELETE', `${path}/sessions/current`, { cookie: anna.cookie })
  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([204, 'no-store'])
  expect(answer.headers.get('Set-Cookie')).toMatch(
    new RegExp(`^samenreis_${made.room.id}=; Max-Age=0; Path=/; HttpOnly`),
  )
  expect((await problemOf(await api.ask('GET', path, { cookie: anna.cookie }))).code).toBe('not-signed-in')
  expect((await problemOf(await api.ask('DELETE', `${path}/sessions/current`, anna))).code).toBe('not-signed-in')
  expect((await api.ask('GET', path, { token: ben.token })).status).toBe(200)
})
