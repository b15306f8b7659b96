import { randomBytes } from 'node:crypto'
import { RoomId, ROOM_ID_ALPHABET, ROOM_ID_LENGTH } from '@samenreis/model/ids/roomId'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep } from '../support/records.ts'
import { WholeServer } from '../support/WholeServer.ts'

const GUESSES = Number(process.env['GUESSES'] ?? 1500)
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
