import { Language, LinkRight, type Room, type RoomView } from '@samenreis/model/api/rooms'
import type { Participant, ParticipantList } from '@samenreis/model/api/participant'
import type { RenewedLink } from '@samenreis/model/api/links'
import { readBoardFile } from '@samenreis/model/interchange/readBoardFile'
import { Template } from '@samenreis/model/records/enumerations'
import { contentOfTemplate } from '@samenreis/model/templates/templateContent'
import { newRoomId, systemRandom } from './secrets.ts'
import { expect, test } from 'vitest'
import { problemOf, TestApi } from '../testing/TestApi.ts'

const HOUR_MS = 60 * 60 * 1000

test('[AC1] a new room gives three different secrets of at least 128 bits; the store has hashes alone', async () => {
  const api = new TestApi()
  const { room, links } = await api.createRoom()
  const secrets = Object.values(links)
  expect(new Set(secrets).size).toBe(3)
  for (const secret of secrets) expect(Buffer.from(secret, 'base64url').byteLength * 8).toBeGreaterThanOrEqual(128)
  const { token } = await api.join({ room, links })
  const stored = JSON.stringify([
    await api.storage.directory.findRoom(room.id),
    await api.storage.directory.participantsOf(room.id),
  ])
  for (const secret of [...secrets, token]) expect(stored).not.toContain(secret)
  expect(JSON.stringify(await (await api.ask('GET', `/api/v1/rooms/${room.id}`, { token })).json())).not.toContain(
    'secret',
  )
})

test('[AC2, F64] an unknown room and a wrong secret are answered alike', async () => {
  const api = new TestApi()
  const { room } = await api.createRoom()
  const wrong = await api.enter(room.id, { secret: 'nothing' })
  const unknown = await api.enter(newRoomId(systemRandom), { secret: 'nothing' })
  const [one, other] = [await problemOf(wrong), await problemOf(unknown)]
  expect(one).toEqual(other)
  expect(one).toMatchObject({ status: 404, code: 'link-invalid' })
  expect([...wrong.headers]).toEqual([...unknown.headers])
})

test('[AC2, F64] without a session a room that is there and one that is not answer alike', async () => {
  const api = new TestApi()
  const { room } = await api.createRoom()
  const there = await problemOf(await api.ask('GET', `/api/v1/rooms/${room.id}`))
  const absent = await problemOf(await api.ask('GET', `/api/v1/rooms/${newRoomId(systemRandom)}`))
  expect(there).toEqual(absent)
  expect(there).toMatchObject({ status: 401, code: 'not-signed-in' })
})

test('[AC3, F20] the cookie is HttpOnly and SameSite=Strict, for this room alone, Secure on https only, and lasts for a length of time whatever the device takes it for', async () => {
  const api = new TestApi()
  const { room, links } = await api.createRoom()
  const plain = (await api.enter(room.id, { secret: links.participant })).headers.get('Set-Cookie') ?? ''
  expect(plain).toMatch(new RegExp(`^samenreis_${room.id}=[\\w-]{43};`))
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(plain).toContain(part)
  expect(plain).not.toContain('Secure')
  expect(plain).toContain(`Max-Age=${8 * 3600};`)
  const secure = await api.enter(
    room.id,
    { secret: links.facilitator },
    { headers: { Origin: 'https://samenreis.example', Host: 'samenreis.example' } },
  )
  expect(secure.headers.get('Set-Cookie')).toContain('Secure')
  expect(secure.headers.get('Set-Cookie')).toContain(`Max-Age=${30 * 24 * 3600};`)
  for (const given of [plain, secure.headers.get('Set-Cookie')]) expect(given).not.toContain('Expires')
})

test('[AC3] a session ends after its time, and its token is worth nothing in another room', async () => {
  const api = new TestApi()
  const [one, other] = [await api.createRoom(), await api.createRoom()]
  const { token } = await api.join(one)
  expect((await api.ask('GET', `/api/v1/rooms/${one.room.id}`, { token })).status).toBe(200)
  expect((await api.ask('GET', `/api/v1/rooms/${other.room.id}`, { token })).status).toBe(401)
  api.nowMs += 8 * HOUR_MS
  expect((await api.ask('GET', `/api/v1/rooms/${one.room.id}`, { token })).status).toBe(401)
})

test('[AC4] the same device comes back as the same participant', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const first = await api.join(made, 'participant', { name: 'Riet', role: 'client', avatar: 'owl' })
  const again = await api.enter(made.room.id, { secret: made.links.participant }, { cookie: first.cookie })
  expect(await again.json()).toMatchObject({
    participant: { id: first.participant.id, name: 'Riet', avatar: 'owl', role: 'client' },
  })
  const another = await api.join(made)
  expect(another.participant.id).not.toBe(first.participant.id)
})

test('[AC5] a higher link lifts the same participant, a lower one takes nothing away', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const first = await api.join(made, 'participant', { name: 'Nora', role: 'professional' })
  const lifted = await api.enter(made.room.id, { secret: made.links.facilitator }, { cookie: first.cookie })
  expect(await lifted.clone().json()).toMatchObject({
    right: 'facilitator',
    participant: { id: first.participant.id, name: 'Nora', role: 'facilitator' },
  })
  const cookie = lifted.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  const back = await api.enter(made.room.id, { secret: made.links.participant, role: 'client' }, { cookie })
  expect(await back.json()).toMatchObject({ right: 'facilitator', participant: { role: 'facilitator' } })
})

test('[AC5] whoever joins on a device that was a screen is someone new', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const screen = await api.join(made, 'screen')
  expect(screen.participant).toMatchObject({ role: 'screen', name: 'Groot scherm' })
  const person = await api.enter(made.room.id, { secret: made.links.participant }, { cookie: screen.cookie })
  const { participant } = (await person.json()) as { participant: Participant }
  expect(participant.id).not.toBe(screen.participant.id)
  expect(participant.role).not.toBe('screen')
})

test('[AC6] a role that does not fit the link is refused', async () => {
  const api = new TestApi()
  const { room, links } = await api.createRoom()
  const cases = [
    { secret: links.participant, role: 'facilitator' },
    { secret: links.participant, role: 'co_facilitator' },
    { secret: links.participant, role: 'screen' },
    { secret: links.facilitator, role: 'screen' },
    { secret: links.screen, role: 'client' },
  ] as const
  for (const wish of cases) {
    expect(await problemOf(await api.enter(room.id, wish))).toMatchObject({ status: 403, code: 'forbidden' })
  }
})

test('[AC6] screens and observers may not edit, everybody else may', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const allowed = async (token: string): Promise<boolean | undefined> =>
    (
      await api.sessions.admit(made.room.id, {
        cookie: undefined,
        authorization: undefined,
        subprotocols: [`bearer.${token}`],
      })
    )?.mayEdit
  expect(await allowed((await api.join(made, 'screen')).token)).toBe(false)
  expect(await allowed((await api.join(made, 'participant', { role: 'observer' })).token)).toBe(false)
  expect(await allowed((await api.join(made, 'participant', { role: 'client' })).token)).toBe(true)
  expect(await allowed((await api.join(made, 'facilitator')).token)).toBe(true)
  expect(await allowed('made-up')).toBeUndefined()
})

test('[AC7] who skips his name gets a friendly one that fits his drawing, and nobody else has it', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const names: string[] = []
  for (let guest = 0; guest < 20; guest++) {
    names.push((await api.join(made, 'participant', { avatar: 'hedgehog', name: '  ' })).participant.name)
  }
  expect(new Set(names).size).toBe(20)
  for (const name of names) expect(name).toMatch(/^\p{Lu}\p{Ll}+e Egel( \d+)?$/u)
  const english = await api.createRoom({ language: 'en' })
  const guest = await api.join(english, 'participant', { avatar: 'hedgehog' })
  expect(guest.participant.name).toMatch(/^\p{Lu}\p{Ll}+ Hedgehog$/u)
})

test('[AC7] characters that show nothing or turn the text do not get into a name', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const { participant } = await api.join(made, 'participant', { name: 'Ri\u202Eet\u0000 \n\t Bos' })
  expect(participant.name).toBe('Riet Bos')
})

test('[AC8, F77] a renewed link lets nobody in by the old secret, ends the sessions of that link and no other', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const leader = await api.join(made, 'facilitator')
  const guest = await api.join(made, 'participant')
  const screen = await api.join(made, 'screen')
  const renewed = await api.ask('POST', `/api/v1/rooms/${made.room.id}/links/participant`, { token: leader.token })
  expect(renewed.status).toBe(201)
  const { secret } = (await renewed.json()) as RenewedLink
  const view = async (token: string): Promise<number> =>
    (await api.ask('GET', `/api/v1/rooms/${made.room.id}`, { token })).status
  expect([await view(guest.token), await view(screen.token), await view(leader.token)]).toEqual([401, 200, 200])
  const old = made.links.participant
  expect(await problemOf(await api.enter(made.room.id, { secret: old }))).toMatchObject({ code: 'link-invalid' })
  expect(await problemOf(await api.enter(made.room.id, { secret: old }, { cookie: guest.cookie }))).toMatchObject({
    status: 410,
    code: 'link-revoked',
  })
  expect((await api.enter(made.room.id, { secret })).status).toBe(201)
})

test('[AC8] who renews her own link stays in; two renewals at once both hold', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const leader = await api.join(made, 'facilitator')
  const renew = (right: string): Promise<Response> =>
    api.ask('POST', `/api/v1/rooms/${made.room.id}/links/${right}`, { token: leader.token })
  const [screen, own] = await Promise.all([renew('screen'), renew('facilitator')])
  const answer = (await own.json()) as RenewedLink
  expect((await api.ask('GET', `/api/v1/rooms/${made.room.id}`, { token: leader.token })).status).toBe(401)
  expect((await api.ask('GET', `/api/v1/rooms/${made.room.id}`, { token: answer.token ?? '' })).status).toBe(200)
  const { secret } = (await screen.json()) as RenewedLink
  expect((await api.enter(made.room.id, { secret })).status).toBe(201)
  expect((await api.enter(made.room.id, { secret: made.links.screen })).status).toBe(404)
})

test('[AC9] wrong secrets are limited per room and address, and a right one always gets in', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const codes: string[] = []
  for (let attempt = 0; attempt < 31; attempt++) {
    codes.push((await problemOf(await api.enter(made.room.id, { secret: `wrong ${attempt}` }))).code)
  }
  expect(codes.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 'link-invalid'))
  expect(codes[30]).toBe('too-many')
  const refused = await api.enter(made.room.id, { secret: 'wrong' })
  expect(refused.headers.get('Retry-After')).toBe('600')
  expect((await api.enter(made.room.id, { secret: made.links.participant })).status).toBe(201)
  api.nowMs += 10 * 60 * 1000
  expect((await problemOf(await api.enter(made.room.id, { secret: 'wrong' }))).code).toBe('link-invalid')
})

test('[AC9] an address makes a limited number of rooms in an hour', async () => {
  const api = new TestApi({ roomsPerHour: 3 })
  const make = (): Promise<Response> => api.ask('POST', '/api/v1/rooms', { body: { title: 'Proef' } })
  for (let room = 0; room < 3; room++) expect((await make()).status).toBe(201)
  expect(await problemOf(await make())).toMatchObject({ status: 429, code: 'too-many' })
  api.nowMs += HOUR_MS
  expect((await make()).status).toBe(201)
})

test('[AC10] everyone changes his own name and drawing; roles are the facilitator’s, and must fit', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const leader = await api.join(made, 'facilitator')
  const [guest, other] = [await api.join(made), await api.join(made)]
  const change = (id: string, token: string, body: object): Promise<Response> =>
    api.ask('PATCH', `/api/v1/rooms/${made.room.id}/participants/${id}`, { token, body })
  const { id } = guest.participant
  expect(await (await change(id, guest.token, { name: 'Omar', avatar: 'boat' })).json()).toMatchObject({
    name: 'Omar',
    avatar: 'boat',
  })
  expect(await (await change(id, leader.token, { role: 'observer' })).json()).toMatchObject({ role: 'observer' })
  const refused = [
    await change(id, other.token, { name: 'Iemand anders' }),
    await change(id, guest.token, { role: 'client' }),
    await change(id, leader.token, { role: 'facilitator' }),
    await change(id, leader.token, { role: 'screen' }),
    await change(id, leader.token, { name: 'Iemand anders' }),
  ]
  for (const answer of refused) expect(await problemOf(answer)).toMatchObject({ code: 'forbidden' })
  expect(await problemOf(await change('pa_nobody', leader.token, { role: 'client' }))).toMatchObject({
    code: 'not-found',
  })
  const list = await api.ask('GET', `/api/v1/rooms/${made.room.id}/participants`, { token: other.token })
  const { participants } = (await list.json()) as ParticipantList
  expect(participants.map(({ name }) => name)).toContain('Omar')
  expect(participants).toHaveLength(3)
})

test('[AC11] people who came with a demo journey count for votes and are never listed', async () => {
  const api = new TestApi()
  const made = await api.createRoom({ start: 'demo-riet' })
  const { token, participant } = await api.join(made)
  const list = await api.ask('GET', `/api/v1/rooms/${made.room.id}/participants`, { token })
  expect(((await list.json()) as ParticipantList).participants.map(({ id }) => id)).toEqual([participant.id])
  expect((await api.storage.directory.participantsOf(made.room.id)).length).toBeGreaterThan(10)
})

test('[AC12] a demo start brings its question and day where none was given; what was asked stays', async () => {
  const api = new TestApi()
  const demo = await api.createRoom({ start: 'demo-riet', title: 'Onze sessie' })
  expect(demo.room).toMatchObject({ title: 'Onze sessie', date: '2026-03-12' })
  expect(demo.room.question).toContain('Riet')
  expect((await api.createRoom({ start: 'demo-riet', question: 'Wat nu?' })).room.question).toBe('Wat nu?')
  const { token } = await api.join(demo, 'facilitator')
  const body = { question: 'Hoe kan het beter?' }
  const changed = await api.ask('PATCH', `/api/v1/rooms/${demo.room.id}`, { token, body })
  expect(((await changed.json()) as Room).question).toBe('Hoe kan het beter?')
  const view = (await (await api.ask('GET', `/api/v1/rooms/${demo.room.id}`, { token })).json()) as RoomView
  expect(view.room).toMatchObject({ title: 'Onze sessie', question: 'Hoe kan het beter?' })
})

test('[AC12] the day of a new room is the day in the Netherlands', async () => {
  const api = new TestApi()
  api.nowMs = Date.parse('2026-11-22T23:30:00Z')
  expect((await api.createRoom()).room.date).toBe('2026-11-23')
})

test('[AC15] a room keeps what it is for and about; a start brings its own where nothing was said', async () => {
  const api = new TestApi()
  const made = await api.createRoom({ template: 'interview', context: 'participation' })
  expect(made.room).toMatchObject({ template: 'interview', context: 'participation' })
  const { token } = await api.join(made)
  const view = (await (await api.ask('GET', `/api/v1/rooms/${made.room.id}`, { token })).json()) as RoomView
  expect(view.room).toMatchObject({ template: 'interview', context: 'participation' })
  expect((await api.createRoom()).room).toMatchObject({ template: 'blank', context: 'service' })
  expect((await api.createRoom({ start: 'demo-session' })).room).toMatchObject({ template: 'joint_session' })
  const wished = await api.createRoom({ start: 'demo-riet', template: 'practice' })
  expect(wished.room).toMatchObject({ template: 'practice' })
})

test.each(Template.options)(
  '[AC16] a session of the kind %s starts with its layout, in the language asked for',
  async (template) => {
    const api = new TestApi()
    for (const language of Language.options) {
      const made = await api.createRoom({ template, language, context: 'internal' })
      const { token } = await api.join(made, 'facilitator')
      const answer = await api.ask('GET', `/api/v1/rooms/${made.room.id}/exports/board.json`, { token })
      const read = readBoardFile(await answer.json())
      if (!read.ok) throw new Error('The board does not read back')
      const records = read.content.records.filter(({ type }) => type !== 'page')
      const expected = contentOfTemplate(template, 'internal', language)
      expect(records.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
      expect(records).toEqual(expect.arrayContaining(expected))
    }
  },
)

test('[AC16] a kind of session or a subject that there is not is refused', async () => {
  const api = new TestApi()
  for (const wish of [{ template: 'party' }, { context: 'weather' }]) {
    const answer = await api.ask('POST', '/api/v1/rooms', { body: { title: 'Hulp in huis', ...wish } })
    expect(answer.status).toBe(400)
  }
})

test('[AC13] a link tells what it is for and of which session, and asking changes nothing', async () => {
  const api = new TestApi()
  const made = await api.createRoom({ title: 'Hulp in huis', question: 'Hoe beter?', language: 'en' })
  const leader = await api.join(made, 'facilitator')
  const path = `/api/v1/rooms/${made.room.id}`
  const people = async (): Promise<unknown> =>
    (await api.ask('GET', `${path}/participants`, { token: leader.token })).json()
  const before = await people()
  for (const right of LinkRight.options) {
    for (const cookie of ['', leader.cookie]) {
      const answer = await api.ask('POST', `${path}/link-checks`, { body: { secret: made.links[right] }, cookie })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('Set-Cookie')).toBeNull()
      expect(await answer.json()).toEqual({ right, room: { title: 'Hulp in huis', language: 'en' } })
    }
  }
  expect(await people()).toEqual(before)
})

test('[AC13] a wrong link, an unknown room and a renewed link are answered as at the door, and counted with it', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const leader = await api.join(made, 'facilitator')
  const guest = await api.join(made)
  const check = (roomId: string, secret: string, cookie = ''): Promise<Response> =>
    api.ask('POST', `/api/v1/rooms/${roomId}/link-checks`, { body: { secret }, cookie })
  const wrong = await check(made.room.id, 'nothing')
  const answers = [
    wrong,
    await check(newRoomId(systemRandom), 'nothing'),
    await api.enter(made.room.id, { secret: 'no' }),
  ]
  const [one, ...others] = await Promise.all(answers.map(problemOf))
  expect(one).toMatchObject({ status: 404, code: 'link-invalid' })
  for (const other of others) expect(other).toEqual(one)
  for (const { headers } of answers) expect([...headers]).toEqual([...wrong.headers])

  await api.ask('POST', `/api/v1/rooms/${made.room.id}/links/participant`, { token: leader.token })
  expect((await problemOf(await check(made.room.id, made.links.participant, guest.cookie))).code).toBe('link-revoked')
  expect((await problemOf(await check(made.room.id, made.links.participant))).code).toBe('link-invalid')

  // Three wrong ones were brought to this room so far.
  for (let attempt = 3; attempt < 30; attempt++) await check(made.room.id, `wrong ${attempt}`)
  expect((await problemOf(await check(made.room.id, 'wrong'))).code).toBe('too-many')
  expect((await problemOf(await api.enter(made.room.id, { secret: 'wrong' }))).code).toBe('too-many')
  expect((await check(made.room.id, made.links.screen)).status).toBe(200)
})
