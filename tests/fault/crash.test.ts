import { ParticipantId } from '@samenreis/model/ids/participantId'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { roomA } from '../contract/roomFixture.ts'
import { DurableClient } from '../support/DurableClient.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { ServerProcess } from '../support/ServerProcess.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

// Every stock provider listens for the end of the process.
process.setMaxListeners(50)

const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 20)
/** Below the 20 frames a second that a browser sends. */
const EDIT_MS = 60

/** Writers who go on whatever happens to the server. */
function startWriters(server: ServerProcess, count: number): { writers: DurableClient[]; rest: () => void } {
  const writers = Array.from({ length: count }, (_, number) => {
    const name = `w${number}`
    return new DurableClient(server.syncUrl, roomA, name, tokenOf(`pa_${name}`))
  })
  const timer = setInterval(() => {
    for (const writer of writers) if (writer.provider.synced || writer.made > 0) writer.edit()
  }, EDIT_MS)
  return { writers, rest: () => clearInterval(timer) }
}

/** Records in the order of their ids, as the database alone gives them. */
function storedIds(folder: string): { ids: string[]; owners: Set<string> } {
  const database = new SqliteDatabase(join(folder, 'samenreis.sqlite'))
  const stored = database.documents.loadDocument(roomA)
  database.close()
  if (stored === null) throw new Error('The room is gone')
  const { records } = readStoredDocument(stored)
  return { ids: [...records.keys()], owners: new Set(stored.clients.values()) }
}

test(`[RM16] kill -9, ${ROUNDS} rounds: every acknowledged edit is there, nothing twice, nobody reloads (seed 11)`, async () => {
  const random = new RandomSource(11)
  const folder = temporaryFolder()
  const server = new ServerProcess(folder)
  await server.start()
  const { writers, rest } = startWriters(server, 4)
  const acknowledged = (): number => writers.reduce((sum, writer) => sum + writer.acknowledged, 0)
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = acknowledged()
    await eventually(() => expect(acknowledged()).toBeGreaterThan(before + random.below(12)))
    await server.stop('SIGKILL')
    const promised = writers.flatMap((writer) => writer.acknowledgedIds())
    const { ids } = storedIds(folder)
    expect(promised.filter((id) => !ids.includes(id))).toEqual([])
    await server.start()
  }
  await eventually(() => expect(writers.every((writer) => writer.provider.synced)).toBe(true))
  rest()
  await eventually(() =>
    expect(writers.map(({ acknowledged: count }) => count)).toEqual(writers.map(({ made }) => made)),
  )
  const everything = writers.flatMap((writer) => writer.acknowledgedIds())
  await eventually(() => {
    for (const { board } of writers) expect(board.records.size).toBe(everything.length + 1)
  })
  for (const { board } of writers) expect(board.records.toJSON()).toEqual(writers[0]?.board.records.toJSON())
  // Nobody was refused: every end of a connection was the server's death.
  expect(new Set(writers.flatMap(({ closeCodes }) => closeCodes))).toEqual(new Set([1006]))
  expect(await server.stop('SIGTERM')).toBe(0)
  const { ids, owners } = storedIds(folder)
  expect(ids.toSorted()).toEqual([...everything, 'page:board'].toSorted())
  expect(owners).toEqual(new Set(writers.map(({ name }) => ParticipantId.parse(`pa_${name}`))))
  expect(everything.length).toBeGreaterThan(ROUNDS)
}, 180_000)

test('[RM15] SIGTERM with twenty writers: all acknowledged edits are there, everybody hears 1012, it ends below 10 s', async () => {
  const folder = temporaryFolder()
  const server = new ServerProcess(folder)
  await server.start()
  const { writers, rest } = startWriters(server, 20)
  await eventually(() => expect(writers.every(({ acknowledged }) => acknowledged > 2)).toBe(true), 30_000)
  const stopping = performance.now()
  expect(await server.stop('SIGTERM')).toBe(0)
  expect(performance.now() - stopping).toBeLessThan(10_000)
  rest()
  await eventually(() => {
    for (const { closeCodes } of writers) expect(closeCodes[0]).toBe(1012)
  })
  const promised = writers.flatMap((writer) => writer.acknowledgedIds())
  const { ids } = storedIds(folder)
  expect(promised.filter((id) => !ids.includes(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})
