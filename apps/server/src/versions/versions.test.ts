import { Restored, Version, VersionList, VersionView } from '@samenreis/model/api/versions'
import { putRecord, removeRecord } from '@samenreis/model/document/write'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { ShapeId } from '@samenreis/model/ids/recordId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { newShape } from '@samenreis/model/interchange/newShape'
import { isShape } from '@samenreis/model/records/recordClass'
import { expect, onTestFinished, test } from 'vitest'
import { systemRandom } from '../access/secrets.ts'
import { createLog } from '../log.ts'
import { StorageUnavailableError } from '../storage/StorageUnavailableError.ts'
import type { VersionStore } from '../storage/VersionStore.ts'
import { problemOf, TestApi } from '../testing/TestApi.ts'
import { madeAfter } from './madeAfter.ts'
import { packVersion, unpackVersion } from './versionContent.ts'
import { Versions } from './Versions.ts'
import { KEEP_EVERY_MS, VersionKeeper } from './VersionKeeper.ts'

const MINUTE_MS = 60_000
const nora = ParticipantId.parse('pa_nora')

async function led(api = new TestApi()) {
  onTestFinished(() => api.rooms.close({ graceMs: 500 }))
  const created = await api.createRoom({ title: 'Hulp in huis' })
  const roomId = created.room.id
  const { token } = await api.join(created, 'facilitator')
  const path = `/api/v1/rooms/${roomId}/versions`
  return {
    api,
    created,
    roomId,
    token,
    path,
    write: (...cards: string[]) => writeCards(api, roomId, cards),
    remove: (...cards: string[]) =>
      api.rooms.write(roomId, (board) => {
        for (const card of cards) removeRecord(board, ShapeId.parse(`shape:${card}`))
      }),
    keep: async (name: string) => {
      const answer = await api.ask('POST', path, { token, body: { name } })
      expect(answer.status).toBe(201)
      return Version.parse(await answer.json())
    },
    list: async () => VersionList.parse(await (await api.ask('GET', path, { token })).json()),
    restore: async (id: string) => {
      const answer = await api.ask('POST', `${path}/${id}/restorations`, { token })
      expect(answer.status).toBe(201)
      return Restored.parse(await answer.json())
    },
    shapes: async () => shapesOf(api, roomId),
  }
}

function writeCards(api: TestApi, roomId: RoomId, cards: readonly string[]): Promise<void> {
  return api.rooms.write(roomId, (board) => {
    for (const [at, card] of cards.entries()) {
      const [name = '', title = name] = card.split('=')
      const geometry = [at * 250, 0, 0, 200, 100]
      putRecord(board, newShape('idea', ShapeId.parse(`shape:${name}`), { title, geometry }))
    }
  })
}

async function shapesOf(api: TestApi, roomId: RoomId): Promise<Record<string, string>> {
  const { records } = await api.rooms.read(roomId)
  return Object.fromEntries(
    [...records.values()]
      .filter((record) => isShape(record))
      .map((shape) => [shape.id.slice(6), shape.type === 'idea' ? shape.title : shape.type])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )
}

test('[VS7] a facilitator keeps the board under a name, sees it in the list with what stands on the board now, and looks at it', async () => {
  const { path, token, api, write, remove, keep, list } = await led()
  await write('a=Bellen', 'b')
  const kept = await keep('  Na de pauze ')
  expect(kept).toMatchObject({ reason: 'named', name: 'Na de pauze', cards: 2, keptAt: '2026-11-22T09:00:00.000Z' })
  expect(Date.parse(kept.expiresAt) - Date.parse(kept.keptAt)).toBe(30 * 24 * 60 * MINUTE_MS)
  await remove('a')
  expect(await list()).toEqual({ versions: [kept], cards: 1 })
  const view = VersionView.parse(await (await api.ask('GET', `${path}/${kept.id}`, { token })).json())
  expect(view.version).toEqual(kept)
  expect(view.records.find(({ id }) => id === 'shape:a')).toMatchObject({ type: 'idea', title: 'Bellen' })
})

test('[VS7] versions are the facilitator’s alone; what is none, or of another room, is not found', async () => {
  const { path, token, api, created, keep, list } = await led()
  const kept = await keep('Begin')
  const { token: guest } = await api.join(created)
  const { token: screen } = await api.join(created, 'screen')
  for (const [method, asked] of [
    ['GET', path],
    ['POST', path],
    ['GET', `${path}/${kept.id}`],
    ['POST', `${path}/${kept.id}/restorations`],
  ] as const) {
    for (const other of [guest, screen]) {
      expect(await problemOf(await api.ask(method, asked, { token: other }))).toMatchObject({ code: 'forbidden' })
    }
    expect(await problemOf(await api.ask(method, asked))).toMatchObject({ code: 'not-signed-in' })
  }
  const other = await led(api)
  for (const wrong of ['nothing', 'x'.repeat(65)]) {
    expect(await problemOf(await api.ask('GET', `${path}/${wrong}`, { token }))).toMatchObject({ code: 'not-found' })
    const restoring = await api.ask('POST', `${path}/${wrong}/restorations`, { token })
    expect(await problemOf(restoring)).toMatchObject({ code: 'not-found' })
  }
  const foreign = await api.ask('POST', `${other.path}/${kept.id}/restorations`, { token: other.token })
  expect(await problemOf(foreign)).toMatchObject({ code: 'not-found' })
  for (const name of ['', '   ', 'x'.repeat(81)]) {
    expect(await problemOf(await api.ask('POST', path, { token, body: { name } }))).toMatchObject({ status: 400 })
  }
  expect((await list()).versions).toHaveLength(1)
})

test('[VS8] somebody deletes half the board: the version comes back, what was made since stands beside it, and all of it can be undone', async () => {
  const { api, write, remove, keep, list, restore, shapes } = await led()
  await write('a=Bellen', 'b', 'c', 'd')
  const kept = await keep('Voor de pauze')
  api.nowMs += 5 * MINUTE_MS
  await write('new=Bel zelf terug')
  await write('a=Opbellen')
  await remove('b', 'c')
  const before = await shapes()
  const restored = await restore(kept.id)
  expect(restored).toMatchObject({ beside: 1, before: { reason: 'before-restore', cards: 3 } })
  const after = await shapes()
  const { new: made, ...rest } = Object.fromEntries(Object.entries(after).filter(([, what]) => what !== 'frame'))
  expect([made, rest]).toEqual(['Bel zelf terug', { a: 'Bellen', b: 'b', c: 'c', d: 'd' }])
  expect((await list()).versions.map(({ reason }) => reason)).toEqual(['before-restore', 'named'])
  // And back again, exactly.
  await restore(restored.before.id)
  expect(await shapes()).toEqual(before)
  expect((await list()).versions.map(({ reason }) => reason)).toEqual(['before-restore', 'before-restore', 'named'])
})

test('[VS8] what was made since stands in a frame that says since when, in the language of the session', async () => {
  const { api, roomId, write, keep, restore } = await led()
  const kept = await keep('Begin')
  api.nowMs += MINUTE_MS
  await write('new')
  await restore(kept.id)
  const { records, quarantined } = await api.rooms.read(roomId)
  const frame = [...records.values()].find((record) => isShape(record) && record.type === 'frame')
  expect([frame, quarantined]).toMatchObject([{ name: 'Gemaakt na 10.00' }, []])
  expect(records.get(ShapeId.parse('shape:new'))).toMatchObject({ parentId: frame?.id })
  const day = Date.parse('2026-11-24T09:00:00Z')
  expect(madeAfter('2026-11-22T09:40:00Z', day, 'nl')).toBe('Gemaakt na 22 november, 10.40')
  expect(madeAfter('2026-11-24T08:40:00Z', day, 'en')).toBe('Made after 9:40')
})

test('[VS8] two who put a version back at once do it one after the other', async () => {
  const { write, keep, list, restore, shapes } = await led()
  await write('a')
  const kept = await keep('Een')
  await write('b')
  const [one, other] = await Promise.all([restore(kept.id), restore(kept.id)])
  expect([one.beside, other.beside]).toEqual([1, 1])
  expect(Object.values(await shapes()).filter((what) => what === 'frame')).toHaveLength(1)
  expect((await list()).versions).toHaveLength(3)
})

const silent = createLog('silent')

function keeperOf(api: TestApi, versions = api.versions): VersionKeeper {
  const keeper = new VersionKeeper({
    versions,
    rooms: () => api.rooms.live.map(({ room: { id, sequence } }) => ({ id, sequence })),
    now: () => api.nowMs,
    log: silent,
  })
  onTestFinished(() => keeper.close())
  return keeper
}

test('[VS9] every ten minutes in which something changed a version is kept, of rooms that somebody is in, also after a restart', async () => {
  const { api, roomId, write, list } = await led()
  const hold = await api.rooms.hold(roomId)
  onTestFinished(() => hold.release())
  const kept = async (keeper: VersionKeeper, minutes: number): Promise<number> => {
    for (let minute = 0; minute < minutes; minute += 1) {
      api.nowMs += MINUTE_MS
      await keeper.look()
    }
    return (await list()).versions.filter(({ reason }) => reason === 'automatic').length
  }
  const first = keeperOf(api)
  await first.look()
  await write('a')
  expect(await kept(first, 9)).toBe(0)
  expect(await kept(first, 1)).toBe(1)
  expect(await kept(first, 60)).toBe(1)
  await write('b')
  expect(await kept(first, 1)).toBe(2)
  await write('c')
  expect(await kept(first, 9)).toBe(2)
  // Another process goes on from what is stored.
  const second = keeperOf(api)
  expect(await kept(second, 1)).toBe(3)
  expect(await kept(second, 60)).toBe(3)
  // There and back again is no change.
  await write('c=Anders')
  await write('c')
  expect(await kept(second, 30)).toBe(3)
  // A clock that was set back by a day keeps one, and not one at each look.
  api.nowMs -= 24 * 60 * MINUTE_MS
  await write('d')
  expect(await kept(keeperOf(api), 9)).toBe(4)
})

test('[VS9] a store that fails is asked again at the next look, and no room keeps another one waiting', async () => {
  const { api, roomId, write, list } = await led()
  const other = await led(api)
  for (const id of [roomId, other.roomId]) {
    const hold = await api.rooms.hold(id)
    onTestFinished(() => hold.release())
  }
  await write('a')
  await other.write('a')
  let isFull = true
  const { versions: inner } = api.storage
  const store: VersionStore = {
    versionsOf: (id) => inner.versionsOf(id),
    versionContent: (id, versionId) => inner.versionContent(id, versionId),
    eraseVersions: (id) => inner.eraseVersions(id),
    eraseExpiredVersions: (now) => inner.eraseExpiredVersions(now),
    saveVersion: (version, content, most) =>
      isFull && version.roomId === roomId
        ? Promise.reject(new StorageUnavailableError('save-version', { cause: new Error('The disk is full') }))
        : inner.saveVersion(version, content, most),
  }
  const versions = new Versions({ store, rooms: api.rooms, random: systemRandom, now: () => api.nowMs, log: silent })
  const keeper = keeperOf(api, versions)
  await keeper.look()
  api.nowMs += KEEP_EVERY_MS
  await keeper.look()
  expect([(await list()).versions.length, (await other.list()).versions.length]).toEqual([0, 1])
  isFull = false
  await keeper.look()
  expect((await list()).versions).toHaveLength(1)
})

test('[VS10] the board is kept before many cards go at once, before guessing, before guesses are shown, and before an import', async () => {
  const { api, roomId, token, write, remove, list } = await led()
  const reasons = async (): Promise<string[]> =>
    (await list()).versions.map(({ reason, cards }) => `${reason} ${cards}`)
  const many = Array.from({ length: 30 }, (_, at) => `m${at}`)
  await write('a', ...many)
  await remove('a', ...many.slice(0, 8))
  expect(await reasons()).toEqual([])
  await remove(...many.slice(8, 20))
  await expect.poll(reasons).toEqual(['many-gone 22'])
  const journeyId = ShapeId.parse('shape:j')
  await api.rooms.write(roomId, (board) => putRecord(board, newShape('journey', journeyId, {})))
  const rounds = `/api/v1/rooms/${roomId}/guess-rounds`
  api.nowMs += MINUTE_MS
  const opened = (await (await api.ask('POST', rounds, { token, body: { journeyId } })).json()) as { id: string }
  expect(await reasons()).toEqual(['guess-opened 10', 'many-gone 22'])
  // Nothing changed since: one of the two is enough.
  api.nowMs += MINUTE_MS
  expect((await api.ask('POST', `${rounds}/${opened.id}/reveal`, { token })).status).toBe(200)
  expect(await reasons()).toEqual(['guess-opened 10', 'many-gone 22'])
  await write('b')
  api.nowMs += MINUTE_MS
  const file = await (await api.ask('GET', `/api/v1/rooms/${roomId}/exports/board.json`, { token })).text()
  expect((await api.ask('POST', `/api/v1/rooms/${roomId}/imports`, { token, body: file })).status).toBe(201)
  expect((await reasons())[0]).toBe('import 11')
  // The agenda of a session asks for one at each of its steps.
  api.nowMs += MINUTE_MS
  const step = { name: 'Ideeën', reason: 'step' }
  await api.ask('POST', `/api/v1/rooms/${roomId}/versions`, { token, body: step })
  expect((await list()).versions[0]).toMatchObject(step)
})

test('[VS6] a version is gone when its time is over: not listed, not shown, not put back, and swept away', async () => {
  const { api, created, roomId, path, keep } = await led()
  const kept = await keep('Begin')
  api.nowMs += 30 * 24 * 60 * MINUTE_MS
  // Her session ended as well.
  const { token } = await api.join(created, 'facilitator')
  expect((await api.versions.list(roomId)).versions).toEqual([])
  for (const [method, asked] of [
    ['GET', `${path}/${kept.id}`],
    ['POST', `${path}/${kept.id}/restorations`],
  ] as const) {
    expect(await problemOf(await api.ask(method, asked, { token }))).toMatchObject({ code: 'not-found' })
  }
  expect(await api.storage.versions.versionsOf(roomId)).toHaveLength(1)
  await api.versions.sweep()
  expect(await api.storage.versions.versionsOf(roomId)).toEqual([])
})

test('[VS6] whoever takes back what she brought in takes it out of every version, also out of one that is being kept', async () => {
  const { api, created, roomId, write, keep } = await led()
  await write('a')
  await keep('Begin')
  const { participant } = await api.join(created)
  const [person] = (await api.storage.directory.participantsOf(roomId)).filter(({ id }) => id === participant.id)
  if (person === undefined) throw new Error('She is not there')
  const keeping = api.versions.keep(roomId, { reason: 'named', name: 'Tegelijk' })
  await api.erasures.eraseContribution(person, person.id)
  await keeping
  expect((await api.versions.list(roomId)).versions).toEqual([])
})

test('[VS8] equal boards are packed to equal bytes, and a record that does not hold any more costs no other', async () => {
  const idea = newShape('idea', ShapeId.parse('shape:a'), { title: 'Bel' })
  const other = newShape('idea', ShapeId.parse('shape:b'), {})
  const turned = Object.fromEntries(Object.entries(idea).toReversed()) as typeof idea
  const authors = new Map([
    [
      'shape:a',
      {
        maker: nora,
        texts: new Map([['title', [{ author: nora, text: 'Bel' }]]]),
        values: new Map([['geometry', null]]),
      },
    ],
  ])
  const packed = (records: readonly (typeof idea)[], setAside: readonly { id: string }[] = []) =>
    packVersion({ board: { schemaVersion: 1, records, setAside }, authors })
  const one = await packed([idea, other])
  const same = await packed([other, turned])
  expect(one.digest).toBe(same.digest)
  const broken = { ...other, geometry: 'here' } as unknown as typeof other
  const { content } = await packed([idea, broken], [{ id: 'shape:c' }])
  expect(await unpackVersion(content)).toEqual({
    board: { schemaVersion: 1, records: [idea], setAside: [{ id: 'shape:c' }, { ...broken }] },
    authors,
  })
  await expect(unpackVersion(content.subarray(0, 20))).rejects.toThrow(/unexpected end/)
})
