import { ProblemCode } from '@samenreis/model/api/problem'
import { expect, test } from 'vitest'
import { newRoomId, systemRandom } from '../access/secrets.ts'
import { createLog } from '../log.ts'
import { StorageUnavailableError } from '../storage/StorageUnavailableError.ts'
import { problemOf, TestApi } from '../testing/TestApi.ts'
import { contentSecurityPolicy } from './securityHeaders.ts'
import { operations } from './operations.ts'
import { problems } from './problemAnswer.ts'

test('[HT1] every error is a problem with its code, status and title, and says nothing of what was sent', async () => {
  const api = new TestApi({ roomsPerHour: 2 })
  const made = await api.createRoom()
  const leader = await api.join(made, 'facilitator')
  const guest = await api.join(made)
  const { id } = made.room
  const marker = 'MARKER-7f3a'
  const cases: Record<Exclude<ProblemCode, 'internal' | 'room-unavailable'>, Promise<Response>> = {
    'invalid-request': api.ask('POST', '/api/v1/rooms', { body: { title: '', question: marker, language: marker } }),
    'not-signed-in': api.ask('GET', `/api/v1/rooms/${id}`, { token: marker }),
    forbidden: api.ask('PATCH', `/api/v1/rooms/${id}`, { token: guest.token, body: { title: marker } }),
    'room-not-found': api.ask('GET', `/api/v1/rooms/${marker}`),
    'link-invalid': api.enter(id, { secret: marker }),
    'link-revoked': api
      .ask('POST', `/api/v1/rooms/${id}/links/participant`, { token: leader.token })
      .then(() => api.enter(id, { secret: made.links.participant }, { cookie: guest.cookie })),
    'too-large': api.ask('POST', '/api/v1/rooms', { body: { title: marker.repeat(10_000) } }),
    conflict: api.createRoom({ start: 'demo-riet' }).then(async (riet) => {
      const lead = await api.join(riet, 'facilitator')
      const rounds = `/api/v1/rooms/${riet.room.id}/guess-rounds`
      const board = (await api.rooms.read(riet.room.id)).records
      const journeys = [...board.values()]
        .filter(({ type }) => type === 'journey')
        .map(({ id: journeyId }) => journeyId)
      const opened = await api.ask('POST', rounds, { token: lead.token, body: { journeyId: journeys[0] } })
      const { id: roundId } = (await opened.json()) as { id: string }
      await api.ask('POST', `${rounds}/${roundId}/cancel`, { token: lead.token })
      return api.ask('POST', `${rounds}/${roundId}/reveal`, { token: lead.token })
    }),
    'wrong-format': api.ask('POST', `/api/v1/rooms/${id}/imports`, { token: leader.token, body: { schema: marker } }),
    'too-many': api.createRoom().then(() => api.ask('POST', '/api/v1/rooms', { body: { title: marker } })),
    'not-found': api.ask('GET', `/api/v1/${marker}`),
  }
  for (const [code, answer] of Object.entries(cases)) {
    const body = await (await answer).clone().text()
    const problem = await problemOf(await answer)
    expect(problem).toMatchObject({ code, ...problems[ProblemCode.parse(code)] })
    expect(problem.type).toBe(`urn:samenreis:problem:${code}`)
    expect(body).not.toContain(marker)
  }
})

test('[HT1] what a request lacks is told by the names of its fields', async () => {
  const api = new TestApi()
  const body = { title: 'x'.repeat(10_000), language: 'fr' }
  const problem = await problemOf(await api.ask('POST', '/api/v1/rooms', { body }))
  expect(problem).toMatchObject({ status: 400, code: 'invalid-request', fields: ['title', 'language'] })
  for (const broken of ['{"title":', '[]', 'null', '"title"']) {
    expect((await problemOf(await api.ask('POST', '/api/v1/rooms', { body: broken }))).code).toBe('invalid-request')
  }
})

test('[HT2] a store that fails is told as a room that is not available now, with a time to come back', async () => {
  const api = new TestApi()
  const { room, links } = await api.createRoom()
  await api.storage.close()
  const answer = await api.enter(room.id, { secret: links.participant })
  expect(answer.headers.get('Retry-After')).toBe('5')
  expect(await problemOf(answer)).toMatchObject({ status: 503, code: 'room-unavailable' })
})

test('[HT2] an error that nobody foresaw is told as internal, and its message goes nowhere', async () => {
  const broken = new TestApi()
  const api = new TestApi({
    directory: new Proxy(broken.storage.directory, {
      get: () => () => Promise.reject(new Error('MARKER the secret is 123')),
    }),
  })
  const answer = await api.ask('POST', '/api/v1/rooms', { body: { title: 'Proef' } })
  const body = await answer.clone().text()
  expect(await problemOf(answer)).toMatchObject({ status: 500, code: 'internal' })
  expect(body).not.toContain('MARKER')
  expect(api.logged.join('')).not.toContain('MARKER')
  expect(api.logged.join('')).toContain('"event":"request-failed"')
})

test('[HT2] the log has kind, code and place of an error and of what caused it, and no message', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const cause = Object.assign(new Error('MARKER'), { code: 'ENOSPC' })
  log.error('request-failed', { error: new StorageUnavailableError('MARKER', { cause }) })
  const [line = ''] = lines
  expect(JSON.parse(line)).toMatchObject({
    event: 'request-failed',
    error: { name: 'StorageUnavailableError', cause: { name: 'Error', code: 'ENOSPC' } },
  })
  expect(line).toContain('http.test.ts')
  expect(line).not.toContain('MARKER')
})

test('[HT3] another website cannot act for a visitor', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const { cookie } = await api.join(made, 'facilitator')
  const post = (headers: Record<string, string>): Promise<Response> =>
    api.ask('POST', `/api/v1/rooms/${made.room.id}/links/screen`, { cookie, headers })
  const foreign = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'http://localhost:8787.evil.example' },
    { Origin: 'http://evil-localhost:8787' },
    { Origin: 'HTTP://LOCALHOST:8787' },
    { Origin: 'http://localhost:8788' },
    { Origin: 'http://localhost' },
    { Origin: 'nonsense' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ]
  for (const headers of foreign) {
    expect(await problemOf(await post(headers)), JSON.stringify(headers)).toMatchObject({ code: 'forbidden' })
  }
  expect((await post({ Origin: 'http://localhost:8787' })).status).toBe(201)
  expect((await post({})).status).toBe(201)
})

test('[HT4] every answer carries the policy that keeps the browser here', async () => {
  const api = new TestApi()
  for (const path of ['/health', '/api/v1/settings', '/api/v1/nothing']) {
    const { headers } = await api.ask('GET', path)
    expect(headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy('localhost:8787'))
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(headers.get('Permissions-Policy')).toContain('camera=()')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
  }
})

test('[HT4] the policy allows scripts and sockets of this host only, whatever the Host header says', () => {
  const policy = contentSecurityPolicy('samenreis.example:8443')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain('ws://samenreis.example:8443 wss://samenreis.example:8443')
  expect(policy).toContain("frame-ancestors 'none'")
  for (const host of ["x; script-src 'unsafe-inline'", 'a b', 'a,b', 'a\nb', undefined]) {
    expect(contentSecurityPolicy(host)).not.toContain('ws://')
  }
})

test('[HT5] the description of the interface has exactly the routes that there are', async () => {
  const api = new TestApi()
  const routes = new Set(
    api.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
      .map(({ method, path }) => `${method} ${path.slice('/api/v1'.length).replace(/:(\w+)/g, '{$1}')}`),
  )
  const described = new Set(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`))
  expect([...described].sort()).toEqual([...routes].sort())

  const answer = await api.ask('GET', '/api/v1/openapi.json')
  expect(answer.headers.get('API-Version')).toBe('1.0.0')
  const document = (await answer.json()) as { openapi: string; paths: Record<string, object> }
  expect(document.openapi).toMatch(/^3\./)
  expect(Object.keys(document.paths)).toHaveLength(new Set(operations.map(({ path }) => path)).size)
})

test('[HT6, F63] nothing of a person, a board or a secret is ever logged', async () => {
  const api = new TestApi()
  const marker = 'Marker'
  const made = await api.createRoom({ title: `${marker} titel`, question: `${marker} vraag`, start: 'demo-riet' })
  const leader = await api.join(made, 'facilitator', { name: `${marker} Nora` })
  const guest = await api.join(made, 'participant', { name: `${marker} Riet` })
  const { id } = made.room
  const { token } = leader
  await api.ask('PATCH', `/api/v1/rooms/${id}`, { token, body: { title: `${marker} nieuw` } })
  for (const file of ['acties.csv', 'acties.xlsx', 'acties.json', 'board.json', `${marker}.csv`]) {
    await api.ask('GET', `/api/v1/rooms/${id}/exports/${file}`, { token })
  }
  await api.ask('POST', `/api/v1/rooms/${id}/imports`, { token, body: `{"schema": "${marker}", broken` })
  await api.ask('POST', `/api/v1/rooms/${id}/links/participant?${marker}`, { token })
  await api.enter(id, { secret: `${marker}-secret` })
  await api.enter(newRoomId(systemRandom), { secret: `${marker}-secret` })
  await api.ask('GET', `/${marker}/${marker}`)
  const log = api.logged.join('')
  expect(log).toContain('"event":"room-created"')
  expect(log).toContain('"event":"exported"')
  const secrets = [...Object.values(made.links), leader.token, guest.token, id, guest.participant.id, 'Riet', marker]
  for (const secret of secrets) expect(log).not.toContain(secret)
})

test('[HT7] /health says ok, and says so no more while storage fails or the server stops', async () => {
  let [ready, works] = [true, true]
  const api = new TestApi({ ready: () => ready, storageWorks: () => works })
  const health = async (): Promise<unknown[]> => {
    const answer = await api.ask('GET', '/health')
    return [answer.status, await answer.json()]
  }
  expect(await health()).toEqual([200, { status: 'ok' }])
  works = false
  expect(await health()).toEqual([503, { status: 'storage-failing' }])
  ready = false
  expect(await health()).toEqual([503, { status: 'stopping' }])
})

test('[HT8] the browser is told the licence of this installation, or that there is none', async () => {
  expect(await (await new TestApi().ask('GET', '/api/v1/settings')).json()).toEqual({ tldrawLicenseKey: null })
  const licensed = new TestApi({ tldrawLicenseKey: 'tldraw-2026/x' })
  expect(await (await licensed.ask('GET', '/api/v1/settings')).json()).toEqual({ tldrawLicenseKey: 'tldraw-2026/x' })
})
