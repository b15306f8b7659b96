import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { RoomId, ROOM_ID_ALPHABET, ROOM_ID_LENGTH } from '@samenreis/model/ids/roomId'
import { SqliteStorage } from '@samenreis/server/storage/SqliteStorage'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep } from '../support/records.ts'
import { WholeServer } from '../support/WholeServer.ts'

const GUESSES = Number(process.env['GUESSES'] ?? 1500)
/** Answers that are timed for each way of asking, of rooms that are there and as many of rooms that are not. */
const TIMED = Number(process.env['GUESSES_TIMED'] ?? 200)
/**
 * In what part of all pairs the answer for a room that is there may be the slower: a half where nothing tells them apart. Wide,
 * because the row of a room that is there costs some tens of microseconds to read.
 */
const SLOWER_AT_LEAST = 0.15
const SLOWER_AT_MOST = 0.85
const MIB = 1024 * 1024

let server: WholeServer
beforeAll(async () => {
  server = await WholeServer.start()
})
afterAll(() => server.close())

function guessed(): RoomId {
  const letters = [...randomBytes(ROOM_ID_LENGTH)].map((byte) =>
    ROOM_ID_ALPHABET.charAt(byte % ROOM_ID_ALPHABET.length),
  )
  return RoomId.parse(letters.join(''))
}

test(`[AC2, F64] ${GUESSES} names of rooms guessed: one answer, the same as for a room that is there, and none is made by asking`, async () => {
  const made = await server.makeRoom()
  expect(ROOM_ID_LENGTH * Math.log2(ROOM_ID_ALPHABET.length)).toBeGreaterThanOrEqual(128)
  const real = await server.ask('GET', `/rooms/${made.room.id}`)
  const answer = [real.status, (await real.text()).replaceAll(made.room.id, '<room>')]
  const answers = new Set<string>()
  for (let count = 0; count < GUESSES; count += 50) {
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        const id = guessed()
        const response = await server.ask('GET', `/rooms/${id}`)
        answers.add(JSON.stringify([response.status, (await response.text()).replaceAll(id, '<room>')]))
      }),
    )
  }
  expect([...answers]).toEqual([JSON.stringify(answer)])
  expect(server.rooms.size).toBe(0)
})

/** A way of asking for a room, and what everybody is answered who may not have it. */
interface Way {
  readonly name: string
  readonly says: string
  readonly ask: (id: RoomId) => Promise<string>
}

/** Of all pairs of one of these and one of the others, the part in which the first is greater. */
function partGreater(these: readonly number[], others: readonly number[]): number {
  const greater = these.reduce((sum, one) => sum + others.filter((other) => one > other).length, 0)
  return greater / (these.length * others.length)
}

test(`[AC2, F64] ${TIMED} answers for rooms that are there and ${TIMED} for rooms that are not take as long, by every way of asking`, async (context) => {
  // On a disk, where looking for what is not there takes other steps; and a stranger of many addresses, whom no limit stops.
  const storage = await SqliteStorage.open({ path: join(temporaryFolder(), 'samenreis.sqlite') })
  const stored = await WholeServer.start({ storage, trustedProxies: ['127.0.0.1'] })
  context.onTestFinished(() => stored.close())
  const made = await Promise.all(Array.from({ length: 20 }, () => stored.makeRoom()))
  const own = await stored.makeRoom()
  const { token } = await stored.join(own, 'facilitator')
  let strangers = 0
  const address = (): Record<string, string> => {
    strangers += 1
    return { 'X-Forwarded-For': `10.${(strangers >> 16) & 255}.${(strangers >> 8) & 255}.${strangers & 255}` }
  }
  const secret = 'x'.repeat(24)
  const ways: readonly Way[] = [
    {
      name: 'a room without a session',
      says: 'not-signed-in',
      ask: async (id) => textOf(await stored.ask('GET', `/rooms/${id}`)),
    },
    {
      name: 'a room with a session of another',
      says: 'not-signed-in',
      ask: async (id) => textOf(await stored.ask('GET', `/rooms/${id}`, { token })),
    },
    {
      name: 'the door with a wrong secret',
      says: 'link-invalid',
      ask: async (id) =>
        textOf(await stored.ask('POST', `/rooms/${id}/sessions`, { headers: address(), body: { secret } })),
    },
    {
      name: 'a link that is none',
      says: 'link-invalid',
      ask: async (id) =>
        textOf(await stored.ask('POST', `/rooms/${id}/link-checks`, { headers: address(), body: { secret } })),
    },
    {
      name: 'the socket with a session of another',
      says: '4401 not-signed-in',
      ask: (id) => closeOf(`${stored.syncUrl}/${id}`, token),
    },
  ]
  for (const { name, says, ask } of ways) {
    const times: Record<'there' | 'absent', number[]> = { there: [], absent: [] }
    const answers = new Set<string>()
    const timed = async (kind: 'there' | 'absent', at: number): Promise<void> => {
      const id = kind === 'absent' ? guessed() : (made[at % made.length]?.room.id ?? guessed())
      const began = performance.now()
      const answer = await ask(id)
      times[kind].push(performance.now() - began)
      answers.add(answer.replaceAll(id, '<room>'))
    }
    // By turns, each as often before the other as after: what slows the machine down meets both.
    for (let at = 0; at < TIMED; at += 1) {
      const order = at % 2 === 0 ? (['there', 'absent'] as const) : (['absent', 'there'] as const)
      for (const kind of order) await timed(kind, at)
    }
    expect([name, ...answers]).toEqual([name, expect.stringContaining(says)])
    const slower = partGreater(times.there, times.absent)
    expect(slower, name).toBeGreaterThan(SLOWER_AT_LEAST)
    expect(slower, name).toBeLessThan(SLOWER_AT_MOST)
  }
  expect(stored.rooms.size).toBe(0)
})

async function textOf(response: Response): Promise<string> {
  return `${response.status} ${await response.text()}`
}

/** The code and word with which a socket is closed. */
function closeOf(url: string, token: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, ['samenreis.v1', `bearer.${token}`])
    socket.addEventListener('close', ({ code, reason }) => resolve(`${code} ${reason}`))
  })
}

test('[AC8, F62] a link renewed while somebody draws: her next edit is not taken, and not a byte of the room reaches her', async () => {
  const made = await server.makeRoom()
  const room = made.room.id
  const [leads, takesPart] = [await server.join(made, 'facilitator'), await server.join(made, 'participant')]
  const leader = await openClient(server, { token: leads.token, room })
  const guest = await openRaw(server, { token: takesPart.token, room }).ready()
  let bytesAfter = 0
  let isOver = false
  guest.socket.on('message', () => {
    if (isOver) bytesAfter += 1
  })
  let drawn = 0
  const drawing = setInterval(() => {
    drawn += 1
    addStep(leader.board, `d${drawn}`)
  }, 10)
  onTestFinished(() => clearInterval(drawing))
  await eventually(() => expect(guest.documentFrames).toBeGreaterThan(3))
  const asked = performance.now()
  const renewed = await server.ask('POST', `/rooms/${room}/links/participant`, { token: leads.token })
  expect(renewed.ok).toBe(true)
  expect(await guest.closed()).toBe(4401)
  expect(performance.now() - asked).toBeLessThan(5000)
  isOver = true
  const before = drawn
  await eventually(() => expect(drawn).toBeGreaterThan(before + 30))
  expect(bytesAfter).toBe(0)
  // Neither the old token nor the old link leads in again, and no memory is taken for who tries.
  expect(await openRaw(server, { token: takesPart.token, room }).closed()).toBe(4401)
})

test('[EX10, F75] bombs in the place of a board are refused, whatever they are', async () => {
  const made = await server.makeRoom()
  const { token } = await server.join(made, 'facilitator')
  const deep = `${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`
  const wide = JSON.stringify({
    schema: 'samenreis.board/1',
    records: Array.from({ length: 300_000 }, () => ({ id: 'shape:x' })),
  })
  const bombs: Readonly<Record<string, string>> = {
    'lists in lists': deep,
    'a third of a million records': wide,
    'one key ten million long': `{"${'k'.repeat(10 * MIB)}":1}`,
    'a packed file': '\u001F\u008B\b\u0000'.padEnd(MIB, 'x'),
  }
  for (const [name, body] of Object.entries(bombs)) {
    const answer = await server.ask('POST', `/rooms/${made.room.id}/imports`, { token, body })
    expect([name, [400, 413, 422].includes(answer.status)]).toEqual([name, true])
  }
})
