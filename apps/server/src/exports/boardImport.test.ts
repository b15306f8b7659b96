import type { BoardFile } from '@samenreis/model/interchange/boardFileSchema'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { randomBoard } from '@samenreis/model/testing/randomBoard'
import { expect, test } from 'vitest'
import { problemOf, TestApi } from '../testing/TestApi.ts'
import { holdsMoreThan, type JsonLimits } from './jsonSize.ts'
import { readFileApart } from './readFileApart.ts'

/** More than half of what a room takes: once it fits, twice it does not. */
const SHAPES = 2000
/** Two boards near the limit of a room, on a busy machine. */
const PATIENCE_MS = 60_000

test('[EX11] an import that does not fit any more leaves nothing of itself', { timeout: PATIENCE_MS }, async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const { token } = await api.join(made, 'facilitator')
  const path = `/api/v1/rooms/${made.room.id}`
  const file = (await (await api.ask('GET', `${path}/exports/board.json`, { token })).json()) as BoardFile
  const records = randomBoard(new RandomSource(5), SHAPES)
  const import1 = await api.ask('POST', `${path}/imports`, { token, body: { ...file, records } })
  expect(import1.status).toBe(201)
  const before = await api.rooms.read(made.room.id)
  expect(before.records.size).toBeGreaterThan(2500)
  const import2 = await api.ask('POST', `${path}/imports`, { token, body: { ...file, records } })
  expect(await problemOf(import2)).toMatchObject({ code: 'wrong-format' })
  expect(await api.rooms.read(made.room.id)).toEqual(before)
})

test('[EX11] an import is one update in one transaction of the store', async () => {
  const api = new TestApi()
  const made = await api.createRoom()
  const { token } = await api.join(made, 'facilitator')
  const path = `/api/v1/rooms/${made.room.id}`
  const file = (await (await api.ask('GET', `${path}/exports/board.json`, { token })).json()) as BoardFile
  const { documents } = api.storage
  const append = documents.append.bind(documents)
  const sequences: number[][] = []
  documents.append = async (batches) => {
    sequences.push(batches.flatMap(({ updates }) => updates.map(({ sequence }) => sequence)))
    await append(batches)
  }
  const records = randomBoard(new RandomSource(6), 1000)
  expect((await api.ask('POST', `${path}/imports`, { token, body: { ...file, records } })).status).toBe(201)
  // One update in one transaction: the store's promise that an append is all or nothing (ST2) covers the whole import.
  expect(sequences).toEqual([[2]])
})

test('[EX12, F75] a file that takes long to read holds nobody up', async () => {
  const bytes = new TextEncoder().encode(`{"schema":"other/1","a":[${'{"a":1},'.repeat(250_000)}{}]}`)
  let isRead = false
  const reading = readFileApart([bytes]).finally(() => (isRead = true))
  let turns = 0
  // Each turn of this thread is one that a board would have had.
  for (; !isRead; turns += 1) await new Promise((resolve) => setImmediate(resolve))
  expect(turns).toBeGreaterThan(20)
  expect(await reading).toMatchObject({ kind: 'no-board', problems: [{ code: 'wrong-format' }] })
})

test('[EX12, F75] brackets in brackets are no board, and are never parsed', async () => {
  const nested = 12_000_000
  const bytes = new TextEncoder().encode('['.repeat(nested) + ']'.repeat(nested))
  expect(await readFileApart([bytes])).toEqual({ kind: 'no-board', problems: [] })
})

test('[EX12, F75] depth and parts are counted outside of texts only', () => {
  const more = (limits: Partial<JsonLimits>, json: string): boolean =>
    holdsMoreThan({ depth: Infinity, parts: Infinity, ...limits }, new TextEncoder().encode(json))
  expect([more({ depth: 2 }, '[{"a":1}]'), more({ depth: 1 }, '[{"a":1}]')]).toEqual([false, true])
  expect([more({ depth: 1 }, '["[[[{{\\"[[["]'), more({ depth: 1 }, '[],[],{},[]')]).toEqual([false, false])
  expect([more({ parts: 4 }, '[{"a":1},2,3]'), more({ parts: 3 }, '[{"a":1},2,3]')]).toEqual([false, true])
  expect(more({ parts: 1 }, '["a,b,[,{\\",,"]')).toBe(false)
})
