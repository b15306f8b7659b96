import { CurrentGuessRound, GuessRound, OwnGuess } from '@samenreis/model/api/guesses'
import type { CreatedRoom, CreatedSession } from '@samenreis/model/api/rooms'
import { putRecord, removeRecord } from '@samenreis/model/document/write'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { newShape } from '@samenreis/model/interchange/newShape'
import type { Curve } from '@samenreis/model/records/curve'
import type { Role } from '@samenreis/model/records/enumerations'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { systemRandom } from '../access/secrets.ts'
import { StorageUnavailableError } from '../storage/StorageUnavailableError.ts'
import { problemOf, TestApi } from '../testing/TestApi.ts'
import { GuessRounds } from './GuessRounds.ts'

const shape = (part: string): ShapeId => ShapeId.parse(`shape:${part}`)
const journeyId = shape('j')
const steps = ['a', 'b', 'c'].map(shape)

/** A room with journey `j` and its steps `a`, `b`, `c`, step `other` beside it, and a facilitator. */
async function workshop(api = new TestApi()) {
  const made = await api.createRoom()
  const roomId = made.room.id
  await api.rooms.write(roomId, (board) => {
    putRecord(board, newShape('journey', journeyId, { geometry: [0, 0, 0, 2000, 900] }))
    for (const [at, id] of steps.entries()) {
      putRecord(board, newShape('touchpoint', id, { geometry: [at * 212, 60, 0, 200, 150], parentId: journeyId }))
    }
    putRecord(board, newShape('touchpoint', shape('other'), { geometry: [0, 2000, 0, 200, 150] }))
  })
  const leader = await api.join(made, 'facilitator', { role: 'facilitator' })
  const base = `/api/v1/rooms/${roomId}/guess-rounds`
  const current = async ({ token }: CreatedSession): Promise<CurrentGuessRound> =>
    CurrentGuessRound.parse(await (await api.ask('GET', `${base}/current`, { token })).json())
  const open = async (): Promise<GuessRound> =>
    GuessRound.parse(await (await api.ask('POST', base, { token: leader.token, body: { journeyId } })).json())
  const put = (roundId: string, { token }: CreatedSession, points: Record<string, number>, done = false) =>
    api.ask('PUT', `${base}/${roundId}/guess`, { token, body: { points, done } })
  const own = (roundId: string, { token }: CreatedSession) => api.ask('GET', `${base}/${roundId}/guess`, { token })
  const end = (roundId: string, how: 'reveal' | 'cancel', { token }: CreatedSession = leader) =>
    api.ask('POST', `${base}/${roundId}/${how}`, { token })
  const curves = async (): Promise<Curve[]> =>
    [...(await api.rooms.read(roomId)).records.values()].filter((each): each is Curve => each.type === 'curve')
  return { api, made, roomId, base, leader, current, open, put, own, end, curves }
}

const as = (api: TestApi, made: CreatedRoom, role: Role, name = 'Bo'): ReturnType<TestApi['join']> =>
  api.join(made, 'participant', { role, name })

test('[GS1] who leads opens a round about a journey of the board, one at a time; opening it again gives the same', async () => {
  const { api, made, base, leader, open, current, end } = await workshop()
  const guest = await as(api, made, 'professional')
  expect(await current(guest)).toEqual({ round: null, progress: null, invited: false })
  const refused = await api.ask('POST', base, { token: guest.token, body: { journeyId } })
  expect(await problemOf(refused)).toMatchObject({ code: 'forbidden' })
  for (const body of [{ journeyId: 'shape:gone' }, { journeyId: 'shape:a' }]) {
    expect(await problemOf(await api.ask('POST', base, { token: leader.token, body }))).toMatchObject({
      code: 'not-found',
    })
  }
  const round = await open()
  expect(round).toMatchObject({ journeyId, status: 'open', revealedAt: null })
  expect(await open()).toEqual(round)
  await api.rooms.write(made.room.id, (board) => {
    putRecord(board, newShape('journey', shape('k'), { geometry: [0, 3000, 0, 2000, 900] }))
  })
  const other = await api.ask('POST', base, { token: leader.token, body: { journeyId: 'shape:k' } })
  expect(await problemOf(other)).toMatchObject({ code: 'conflict' })
  expect((await end(round.id, 'cancel', guest)).status).toBe(403)
  expect((await end(round.id, 'reveal', guest)).status).toBe(403)
  await end(round.id, 'cancel')
  expect((await open()).id).not.toBe(round.id)
})

test('[GS2] staff guess, and nobody else; a guess is kept whole at each tap, and only its author reads it', async () => {
  const { api, made, leader, open, put, own, current } = await workshop()
  const round = await open()
  const staff = await Promise.all(
    (['professional', 'partner', 'policy', 'employer'] as const).map((r) => as(api, made, r)),
  )
  for (const [at, person] of staff.entries()) {
    expect((await current(person)).invited).toBe(true)
    expect((await put(round.id, person, { 'shape:a': at - 2 })).status).toBe(200)
  }
  const others = await Promise.all(
    (['client', 'informal_carer', 'expert_by_experience', 'council_member', 'observer'] as const).map((r) =>
      as(api, made, r),
    ),
  )
  const screen = await api.join(made, 'screen')
  for (const person of [leader, screen, ...others]) {
    expect((await current(person)).invited).toBe(false)
    expect(await problemOf(await put(round.id, person, { 'shape:a': 1 }))).toMatchObject({ code: 'forbidden' })
    expect(OwnGuess.parse(await (await own(round.id, person)).json())).toEqual({ points: {}, done: false })
  }
  for (const [at, person] of staff.entries()) {
    const again = { 'shape:a': at - 2, 'shape:b': 1 }
    for (let time = 0; time < 2; time += 1) await put(round.id, person, again, true)
    expect(OwnGuess.parse(await (await own(round.id, person)).json())).toEqual({ points: again, done: true })
  }
  const [first] = staff
  if (first === undefined) throw new Error('There is staff')
  for (const points of [{ 'shape:a': 3 }, { 'shape:a': 0.5 }, { nonsense: 1 }]) {
    expect(await problemOf(await put(round.id, first, points))).toMatchObject({ code: 'invalid-request' })
  }
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`shape:s${at}`, 0]))
  expect(await problemOf(await put(round.id, first, many))).toMatchObject({ code: 'invalid-request' })
  expect(await problemOf(await put('gone', first, {}))).toMatchObject({ code: 'not-found' })
})

test('[GS3] progress says how many, never who or what', async () => {
  const { api, made, open, put, current } = await workshop()
  const round = await open()
  const [one, two] = [await as(api, made, 'professional', 'Sanne'), await as(api, made, 'policy', 'Joris')]
  const client = await as(api, made, 'client')
  const screen = await api.join(made, 'screen')
  // Nobody has a connection in this test: only who guessed counts as invited.
  expect((await current(client)).progress).toEqual({ invited: 0, started: 0, finished: 0 })
  await put(round.id, one, { 'shape:a': -2 })
  await put(round.id, two, {}, false)
  expect((await current(client)).progress).toEqual({ invited: 1, started: 1, finished: 0 })
  await put(round.id, one, { 'shape:a': -1 }, true)
  await put(round.id, two, {}, true)
  for (const person of [client, screen, one]) {
    const answer = await current(person)
    expect(answer.progress).toEqual({ invited: 2, started: 1, finished: 2 })
    expect(Object.keys(answer).toSorted()).toEqual(['invited', 'progress', 'round'])
    expect(Object.keys(answer.round ?? {}).toSorted()).toEqual(['id', 'journeyId', 'openedAt', 'revealedAt', 'status'])
  }
})

test('[GS4] a reveal writes one curve for each guess, in the voice and under the name of its author, over the lane of feelings', async () => {
  const { api, made, open, put, end, curves, current, roomId } = await workshop()
  const round = await open()
  const [one, two] = [await as(api, made, 'professional', 'Sanne'), await as(api, made, 'policy', 'Joris')]
  const third = await as(api, made, 'partner', 'Zonder')
  await put(round.id, one, { 'shape:a': -2, 'shape:b': 2, 'shape:gone': 1, 'shape:other': 1 })
  await put(round.id, two, { 'shape:c': 0 }, true)
  await put(round.id, third, {}, true)
  expect(await curves()).toEqual([])
  expect(GuessRound.parse(await (await end(round.id, 'reveal')).json())).toMatchObject({
    status: 'revealed',
    revealedAt: '2026-11-22T09:00:00.000Z',
  })
  expect((await curves()).toSorted((a, b) => (a.label < b.label ? 1 : -1))).toMatchObject([
    { label: 'Sanne', voice: 'professional', points: { 'shape:a': -2, 'shape:b': 2 } },
    { label: 'Joris', voice: 'policy', points: { 'shape:c': 0 } },
  ])
  for (const curve of await curves()) {
    expect(curve).toMatchObject({ parentId: journeyId, journeyId, status: 'shown', geometry: [0, 238, 0, 2000, 180] })
    expect([one.participant.id, two.participant.id]).toContain(curve.authorId)
  }
  expect(await api.storage.directory.guessesOf(roomId, round.id)).toEqual([])
  expect(await current(one)).toMatchObject({ round: { status: 'revealed' }, progress: null, invited: false })
  expect(await problemOf(await put(round.id, one, { 'shape:a': 1 }))).toMatchObject({ code: 'conflict' })
  expect(await problemOf(await end(round.id, 'cancel'))).toMatchObject({ code: 'conflict' })
})

test('[GS4] who has a curve of the journey already gets its points in that one, also in a locked journey', async () => {
  const { api, made, open, put, end, curves, roomId } = await workshop()
  const one = await as(api, made, 'professional', 'Sanne')
  await api.rooms.write(roomId, (board) => {
    const fields = { parentId: journeyId, journeyId, authorId: one.participant.id, points: { 'shape:c': 2 } }
    putRecord(board, newShape('curve', shape('mine'), { ...fields, label: 'Mijn lijn', status: 'draft' }))
    putRecord(board, newShape('journey', journeyId, { geometry: [0, 0, 0, 2000, 900], locked: true }))
  })
  const round = await open()
  await put(round.id, one, { 'shape:a': -2 })
  await end(round.id, 'reveal')
  expect(await curves()).toMatchObject([
    { id: 'shape:mine', points: { 'shape:a': -2 }, status: 'shown', voice: 'professional', label: 'Mijn lijn' },
  ])
})

test('[GS5] two who reveal at once reveal once; a guess at that moment is in it or comes too late', async () => {
  const { api, made, open, put, end, curves } = await workshop()
  const round = await open()
  const people = await Promise.all(['A', 'B', 'C', 'D'].map((name) => as(api, made, 'professional', name)))
  for (const person of people) await put(round.id, person, { 'shape:a': 1 })
  const sequence = (await api.rooms.read(made.room.id)).version
  const answers = await Promise.all([
    ...people.map((person) => put(round.id, person, { 'shape:a': -1 })),
    end(round.id, 'reveal'),
    end(round.id, 'reveal'),
    ...people.map((person) => put(round.id, person, { 'shape:a': -2 })),
  ])
  const statuses = answers.map(({ status }) => status)
  expect(statuses.slice(4, 6)).toEqual([200, 200])
  const shown = await curves()
  expect(shown).toHaveLength(4)
  for (const [at, person] of people.entries()) {
    const own = shown.find(({ authorId }) => authorId === person.participant.id)
    const last = statuses[6 + at] === 200 ? -2 : statuses[at] === 200 ? -1 : 1
    expect(own?.points).toEqual({ 'shape:a': last })
  }
  expect((await api.rooms.read(made.room.id)).version).toBe(sequence + 1)
})

test('[GS5] a server that dies after the write and before it wrote that down: revealed once, and what people changed since stays', async () => {
  const { api, made, open, put, end, curves, roomId } = await workshop()
  const round = await open()
  const one = await as(api, made, 'professional', 'Sanne')
  await put(round.id, one, { 'shape:a': -2 })
  const { directory } = api.storage
  const died = new StorageUnavailableError('end-guess-round', { cause: new Error('died') })
  const dying = new GuessRounds({
    directory: new Proxy(directory, {
      get: (target, name) =>
        name === 'endGuessRound' ? () => Promise.reject(died) : Reflect.get(target, name).bind(target),
    }),
    rooms: api.rooms,
    random: systemRandom,
    now: () => api.nowMs,
  })
  await expect(dying.reveal(roomId, round.id)).rejects.toBe(died)
  const [written] = await curves()
  if (written === undefined) throw new Error('The curve is there')
  await api.rooms.write(roomId, (board) => putRecord(board, { ...written, points: { [shape('a')]: 2 } }))
  // The next process reads the same store and board.
  const next = new GuessRounds({ directory, rooms: api.rooms, random: systemRandom, now: () => api.nowMs })
  const person = (await directory.participantsOf(roomId)).find(({ id }) => id === one.participant.id)
  if (person === undefined) throw new Error('Sanne is there')
  await expect(next.guess(roomId, round.id, person, { points: {}, done: false })).rejects.toMatchObject({
    why: 'ended',
  })
  expect((await next.current(roomId, person)).round?.status).toBe('revealed')
  expect((await next.reveal(roomId, round.id)).status).toBe('revealed')
  expect(await curves()).toMatchObject([{ id: written.id, points: { 'shape:a': 2 } }])
  expect((await end(round.id, 'reveal')).status).toBe(200)
})

test('[GS5] a reveal that could not be stored loses nothing: it is still open, and works the next time', async () => {
  const { api, made, open, put, end, curves, roomId, own } = await workshop()
  const round = await open()
  const one = await as(api, made, 'professional', 'Sanne')
  await put(round.id, one, { 'shape:a': -2 })
  const failure = new StorageUnavailableError('append', { cause: new Error('disk') })
  const failing = new GuessRounds({
    directory: api.storage.directory,
    rooms: {
      read: (id) => api.rooms.read(id),
      tell: () => undefined,
      connected: () => new Set(),
      write: () => Promise.reject(failure),
    },
    random: systemRandom,
    now: () => api.nowMs,
  })
  await expect(failing.reveal(roomId, round.id)).rejects.toBe(failure)
  expect([await curves(), OwnGuess.parse(await (await own(round.id, one)).json()).points]).toEqual([
    [],
    { 'shape:a': -2 },
  ])
  await end(round.id, 'reveal')
  expect(await curves()).toHaveLength(1)
})

test('[GS6] a round that is cancelled shows nothing and keeps nothing', async () => {
  const { api, made, open, put, end, curves, roomId, current } = await workshop()
  const round = await open()
  const one = await as(api, made, 'professional', 'Sanne')
  await put(round.id, one, { 'shape:a': -2 })
  for (let time = 0; time < 2; time += 1) expect((await end(round.id, 'cancel')).status).toBe(200)
  expect([await curves(), await api.storage.directory.guessesOf(roomId, round.id)]).toEqual([[], []])
  expect(await current(one)).toMatchObject({ round: { status: 'cancelled' }, invited: false })
  expect(await problemOf(await end(round.id, 'reveal'))).toMatchObject({ code: 'conflict' })
})

test('[GS6] a journey that is gone: its round cannot be revealed and nothing is lost; it can be cancelled', async () => {
  const { api, made, open, put, end, roomId, own } = await workshop()
  const round = await open()
  const one = await as(api, made, 'professional', 'Sanne')
  await put(round.id, one, { 'shape:a': -2 })
  await api.rooms.write(roomId, (board) => removeRecord(board, journeyId))
  expect(await problemOf(await end(round.id, 'reveal'))).toMatchObject({ code: 'not-found' })
  expect(OwnGuess.parse(await (await own(round.id, one)).json()).points).toEqual({ 'shape:a': -2 })
  expect((await end(round.id, 'cancel')).status).toBe(200)
})

test('[GS5] whatever is guessed, in any order, what is revealed is each person’s last guess on steps of the journey', async () => {
  const tap = fc.record({
    who: fc.nat(2),
    step: fc.constantFrom('a', 'b', 'c', 'gone', 'other'),
    face: fc.integer({ min: -2, max: 2 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(tap, { maxLength: 12 }), async (taps) => {
      const { api, made, open, put, end, curves } = await workshop()
      const people = await Promise.all(['A', 'B', 'C'].map((name) => as(api, made, 'policy', name)))
      const round = await open()
      const last = people.map((): Record<string, number> => ({}))
      for (const { who, step, face } of taps) {
        const [person, points] = [people[who], last[who]]
        if (person === undefined || points === undefined) continue
        points[`shape:${step}`] = face
        await put(round.id, person, points)
      }
      await end(round.id, 'reveal')
      const shown = new Map((await curves()).map(({ authorId, points }) => [authorId, points]))
      for (const [at, person] of people.entries()) {
        const kept = Object.entries(last[at] ?? {}).filter(([id]) => steps.some((step) => step === id))
        expect(shown.get(person.participant.id)).toEqual(kept.length === 0 ? undefined : Object.fromEntries(kept))
      }
    }),
    { numRuns: 25 },
  )
})
