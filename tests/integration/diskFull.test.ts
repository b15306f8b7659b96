import { join } from 'node:path'
import { readBoard } from '@samenreis/model/document/read'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import { expect, test } from 'vitest'
import { newRoom, roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { NarrowSqlite } from '../support/NarrowSqlite.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { storageWith } from '../support/storageWith.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

/** Ids of the records that the file holds, read as at a start. */
function storedIds(path: string): string[] {
  const database = new SqliteDatabase(path)
  const stored = database.documents.loadDocument(roomA)
  database.close()
  if (stored === null) throw new Error('The room is gone')
  return [...readBoard(readStoredDocument(stored)).records.keys()].toSorted()
}

test('[RM6, F25] a full disk: everybody hears it, nothing is acknowledged, and when there is room again all is stored', async () => {
  const path = join(temporaryFolder(), 'samenreis.sqlite')
  const first = new SqliteDatabase(path)
  first.directory.createRoom(newRoom(roomA, [seedUpdate()]))
  first.close()
  const narrow = new NarrowSqlite(path)
  const memory = new MemoryStorage()
  const storage = { ...storageWith(memory, narrow), close: () => Promise.resolve(narrow.close()) }
  await memory.directory.createRoom(newRoom(roomA))
  const server = await startServer({ storage, rooms: [], limits: { retryMs: 30, retryMaxMs: 30 } })
  const anna = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
  const ben = await openClient(server, { token: tokenOf('pa_ben') })
  const board = new BoardDocument(anna.doc)
  anna.doc.on('update', (update: Uint8Array, origin) => {
    if (origin === 'test') anna.sendUpdate(update)
  })
  addStep(board, 'before', 'Bellen')
  await eventually(() => expect(anna.durableFrames).toBe(1))

  narrow.fill()
  // Large, so that no page that is there already can hold it.
  for (const part of ['a', 'b', 'c']) addStep(board, part, 'Wachten. '.repeat(900))
  await eventually(() => expect(anna.got('state').at(-1)?.state.storage).toBe('failing'))
  expect(narrow.refusals[0]).toContain('full')
  // Small enough to fit: a store that took it now would have a hole before it (F25).
  addStep(board, 'small')
  await eventually(() => expect(narrow.refusals.length).toBeGreaterThan(3))
  expect([anna.durableFrames, ben.ids()]).toEqual([1, ['page:board', 'shape:before']])
  const late = await openClient(server, { token: tokenOf('pa_late') })
  expect(late.ids()).toEqual(['page:board', 'shape:before'])

  narrow.free()
  const everything = ['page:board', 'shape:a', 'shape:b', 'shape:before', 'shape:c', 'shape:small']
  await eventually(() => {
    expect(anna.got('state').at(-1)?.state.storage).toBe('ok')
    expect(anna.durableFrames).toBe(5)
    for (const client of [ben, late]) expect(client.ids()).toEqual(everything)
  })
  addStep(board, 'after')
  await eventually(() => expect(anna.durableFrames).toBe(6))
  expect([anna.closeCode, ben.closeCode]).toEqual([null, null])
  await server.close()
  expect(storedIds(path)).toEqual([...everything, 'shape:after'].toSorted())
})
