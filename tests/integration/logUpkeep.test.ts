import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Writable } from 'node:stream'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { createLog } from '@samenreis/server/log'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import { SqliteStorage, WAL_ALARM_BYTES } from '@samenreis/server/storage/SqliteStorage'
import { monotonicClock } from '@samenreis/server/sync/Clock'
import { defaultLimits } from '@samenreis/server/sync/limits'
import { LogSweeper } from '@samenreis/server/sync/LogSweeper'
import { RoomRegistry } from '@samenreis/server/sync/RoomRegistry'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { newRoom, numberedRoom, roomA } from '../contract/roomFixture.ts'
import { BoardServer } from '../support/BoardServer.ts'
import { DurableClient } from '../support/DurableClient.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { addStep } from '../support/records.ts'
import { openSqlite } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

/** The whole length: 1,000 rooms, 20 restarts, 100,000 appends. */
const ROOMS = Number(process.env['FAULT_ROOMS'] ?? 100)
const RESTARTS = Number(process.env['FAULT_RESTARTS'] ?? 5)
const APPENDS = Number(process.env['FAULT_APPENDS'] ?? 300)
const EDITS = 5
const CLIENTS = 10
/** Enough that all appends together are larger than the alarm. */
const APPEND_BYTES = Math.ceil((1.2 * WAL_ALARM_BYTES) / APPENDS)

test(`[FS10, F34] ${ROOMS} rooms with ${EDITS} edits each that no unload compacted: after a sweep each is a snapshot`, async () => {
  const storage = new MemoryStorage()
  const ids = Array.from({ length: ROOMS }, (_, number) => numberedRoom(number))
  for (const [number, id] of ids.entries()) {
    const board = new BoardDocument(new Y.Doc())
    Y.applyUpdate(board.doc, seedUpdate())
    const updates = [seedUpdate()]
    board.doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let edit = 0; edit < EDITS; edit += 1) addStep(board, `r${number}-${edit}`)
    await storage.directory.createRoom(newRoom(id, updates))
    board.doc.destroy()
  }
  const options = { storage: storage.documents, log: createLog('silent'), clock: monotonicClock, limits: defaultLimits }
  const rooms = new RoomRegistry(options)
  onTestFinished(() => rooms.close({ graceMs: 1000 }))
  const sweeper = new LogSweeper({ ...options, rooms })
  onTestFinished(() => sweeper.stop())
  await sweeper.sweep()
  for (const id of ids) {
    const stored = await storage.documents.loadDocument(id)
    if (stored === null) throw new Error('The room is gone')
    expect(stored.updates.length).toBeLessThanOrEqual(1)
    expect(readStoredDocument(stored).records.size).toBe(EDITS + 1)
  }
  expect(rooms.size).toBe(0)
})

test(`[FS10, F34] ${RESTARTS} restarts with ${CLIENTS} people who each send all they have: the log grows by what they edit, and by nothing else`, async () => {
  const folder = temporaryFolder()
  const logBytes = async (): Promise<number> => {
    const storage = await openSqlite(folder)
    const stored = await storage.documents.loadDocument(roomA)
    await storage.close()
    return (stored?.updates ?? []).reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  }
  let port = 0
  const start = async (): Promise<BoardServer> => {
    const server = await BoardServer.start({ storage: await openSqlite(folder), port })
    port = server.port
    await server.openRoom(roomA)
    return server
  }
  let server = await start()
  const clients = Array.from(
    { length: CLIENTS },
    (_, number) => new DurableClient(server.syncUrl, roomA, `c${number}`, tokenOf(`pa_c${number}`)),
  )
  let edited = 0
  for (const { doc } of clients) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'test') edited += update.byteLength
    })
  }
  const allStored = (): Promise<void> =>
    eventually(() => {
      for (const client of clients) expect([client.provider.synced, client.acknowledged]).toEqual([true, client.made])
    }, 30_000)
  await allStored()
  await server.close()
  const before = await logBytes()
  for (let restart = 0; restart < RESTARTS; restart += 1) {
    server = await start()
    await eventually(() => expect(clients.every(({ provider }) => provider.synced)).toBe(true), 30_000)
    // In half of them nobody does anything, and nothing is written.
    if (restart % 2 === 1) for (const client of clients) client.edit()
    await allStored()
    await server.close()
  }
  expect(edited).toBeGreaterThan(0)
  expect((await logBytes()) - before).toBeLessThanOrEqual(edited)
})

test('[FS11, F33] a reader that does not end: the alarm is raised, and the log is small again when it has ended', async () => {
  const path = join(temporaryFolder(), 'samenreis.sqlite')
  const said: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      said.push(chunk.toString())
      done()
    },
  })
  const storage = await SqliteStorage.open({ path, log: createLog('error', sink), checkpointMs: 50 })
  onTestFinished(() => storage.close())
  await storage.directory.createRoom(newRoom(roomA))
  const reader = new DatabaseSync(path)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM room').get()
  let sequence = 0
  const append = (bytes: number): Promise<void> => {
    sequence += 1
    const updates = [{ sequence, bytes: new Uint8Array(bytes) }]
    return storage.documents.append([{ roomId: roomA, epoch: 'epoch-a', updates, clients: new Map() }])
  }
  for (let count = 0; count < APPENDS; count += 1) await append(APPEND_BYTES)
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(WAL_ALARM_BYTES)
  await eventually(() => expect(said.join('')).toContain('"event":"storage-wal-large"'))
  reader.exec('COMMIT')
  reader.close()
  await eventually(async () => {
    await append(10)
    expect(statSync(`${path}-wal`).size).toBeLessThan(WAL_ALARM_BYTES / 2)
  })
})
