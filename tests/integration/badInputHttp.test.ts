import type { ProblemCode } from '@samenreis/model/api/problem'
import { RenewedLink } from '@samenreis/model/api/links'
import { RoomId } from '@samenreis/model/ids/roomId'
import { beforeAll, expect, test } from 'vitest'
import { openClient } from '../support/openClient.ts'
import { addStep, changeStep, titleOf } from '../support/records.ts'
import { eventually } from '../support/eventually.ts'
import { WholeServer } from '../support/WholeServer.ts'

const absent = RoomId.parse('abcdefghijkmnpqrstuvwxyz23')
/** How a spreadsheet file begins. */
const spreadsheet = 'PK\u0003\u0004'

interface Case {
  readonly code: ProblemCode
  readonly status: number
  readonly fields?: readonly string[]
  readonly ask: (at: Place) => Parameters<WholeServer['refusal']>
}

interface Place {
  readonly rooms: string
  readonly secret: string
  readonly token: string
}

const wrongSecret = 'geraden-geheim'

/** What a person can send wrong, and the code that her browser has a sentence for (apps/web, i18n `problems`). */
const cases: Record<string, Case> = {
  'an unknown room with a guessed secret': {
    code: 'link-invalid',
    status: 404,
    ask: () => ['POST', `/rooms/${absent}/sessions`, { body: { secret: wrongSecret } }],
  },
  'a wrong link': {
    code: 'link-invalid',
    status: 404,
    ask: ({ rooms }) => ['POST', `${rooms}/sessions`, { body: { secret: wrongSecret } }],
  },
  'an unknown room with the session of another': {
    code: 'not-signed-in',
    status: 401,
    ask: ({ token }) => ['GET', `/rooms/${absent}/actions`, { token }],
  },
  'a session that is none': {
    code: 'not-signed-in',
    status: 401,
    ask: ({ rooms }) => ['GET', `${rooms}/actions`, { token: 'nobody' }],
  },
  'a page of another website': {
    code: 'forbidden',
    status: 403,
    ask: ({ rooms, secret }) => [
      'POST',
      `${rooms}/sessions`,
      { body: { secret }, headers: { Origin: 'https://elders.example' } },
    ],
  },
  'a spreadsheet for a board file': {
    code: 'wrong-format',
    status: 422,
    ask: ({ rooms, token }) => ['POST', `${rooms}/imports`, { token, body: spreadsheet }],
  },
  'a file of another program': {
    code: 'wrong-format',
    status: 422,
    fields: ['schema'],
    ask: ({ rooms, token }) => ['POST', `${rooms}/imports`, { token, body: { store: {}, schema: 'other/1' } }],
  },
  'a title of 10,000 characters for a session': {
    code: 'invalid-request',
    status: 400,
    fields: ['title'],
    ask: ({ rooms, token }) => ['PATCH', rooms, { token, body: { title: 'x'.repeat(10_000) } }],
  },
  'a name of 10,000 characters': {
    code: 'invalid-request',
    status: 400,
    fields: ['name'],
    ask: ({ rooms, secret }) => ['POST', `${rooms}/sessions`, { body: { secret, name: 'x'.repeat(10_000) } }],
  },
  'a body that is no JSON': {
    code: 'invalid-request',
    status: 400,
    ask: ({ rooms }) => ['POST', `${rooms}/sessions`, { body: '{' }],
  },
}

let server: WholeServer
beforeAll(async () => {
  server = await WholeServer.start()
  return () => server.close()
})

for (const [name, { code, status, fields, ask }] of Object.entries(cases)) {
  test(`[HT1] ${name}: ${code}, and the room stays as it was`, async () => {
    const made = await server.makeRoom()
    const { token } = await server.join(made, 'facilitator')
    const anna = await openClient(server, { token, room: made.room.id })
    addStep(anna.board, 'a', 'Bellen')
    await eventually(async () => expect((await server.rooms.read(made.room.id)).records.size).toBe(2))
    const place = { rooms: `/rooms/${made.room.id}`, secret: made.links.participant, token }
    const problem = await server.refusal(...ask(place))
    expect([problem.code, problem.status, problem.fields]).toEqual([code, status, fields])
    const view = (await (await server.ask('GET', place.rooms, { token })).json()) as { room: unknown }
    expect(view.room).toEqual(made.room)
    expect((await server.rooms.read(made.room.id)).records.size).toBe(2)
    expect([anna.closeCode, titleOf(anna.board, 'a')]).toEqual([null, 'Bellen'])
  })
}

test('[AC8] a renewed link: a device that came by the old one hears so, a stranger that it leads nowhere', async () => {
  const made = await server.makeRoom()
  const { token } = await server.join(made, 'facilitator')
  const path = `/rooms/${made.room.id}/sessions`
  const body = { secret: made.links.participant }
  const entered = await server.ask('POST', path, { body })
  const cookie = entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const renewed = RenewedLink.parse(
    await (await server.ask('POST', `/rooms/${made.room.id}/links/participant`, { token })).json(),
  )
  const device = await server.refusal('POST', path, { body, headers: { Cookie: cookie } })
  expect([device.code, device.status]).toEqual(['link-revoked', 410])
  const stranger = await server.refusal('POST', path, { body })
  expect([stranger.code, stranger.status]).toEqual(['link-invalid', 404])
  const back = await server.ask('POST', path, { body: { secret: renewed.secret }, headers: { Cookie: cookie } })
  expect(back.status).toBe(201)
})

test('[EX3] a formula as a title stays what was typed on the board and starts none in a file', async () => {
  const made = await server.makeRoom({ start: 'demo-riet' })
  const { token } = await server.join(made, 'facilitator')
  const anna = await openClient(server, { token, room: made.room.id })
  const formula = '=HYPERLINK("https://elders.example";"Klik")'
  const [ideaId] = [...anna.board.records].find(([, record]) => record.get('type') === 'idea') ?? []
  if (ideaId === undefined) throw new Error('The demo has no idea')
  changeStep(anna.board, ideaId.replace('shape:', ''), { title: formula })
  await eventually(async () => {
    const csv = await (await server.ask('GET', `/rooms/${made.room.id}/exports/acties.csv`, { token })).text()
    expect(csv).toContain('HYPERLINK')
    expect(csv).not.toMatch(/(^|[;"\n])=HYPERLINK/m)
  })
  expect(titleOf(anna.board, ideaId.replace('shape:', ''))).toBe(formula)
})
