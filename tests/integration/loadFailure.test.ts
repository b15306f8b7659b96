import { seedUpdate } from '@samenreis/model/document/seed'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'
import { expect, test } from 'vitest'
import { newRoom, roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { gate, startFaultyServer } from '../support/faultyServer.ts'
import { openRaw } from '../support/RawClient.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

const CALLS = 5

/** What a load may meet. */
const failures: Record<string, () => Promise<never>> = {
  'an error of the query': () =>
    Promise.reject(new StorageUnavailableError('load', { cause: new Error('SQLITE_IOERR') })),
  'an error that is none of ours': () => Promise.reject(new TypeError('undefined is not a function')),
}

for (const [name, fail] of Object.entries(failures)) {
  test(`[RM4, F27] ${name} at each of the first ${CALLS} loads: people are turned away, nothing is written, and they come in when it is over`, async () => {
    for (let failing = 1; failing <= CALLS; failing += 1) {
      const { server, documents, memory } = await startFaultyServer({ limits: { retryMs: 5, retryMaxMs: 5 } })
      const before = await memory.documents.loadDocument(roomA)
      let loads = 0
      documents.before = (operation) => {
        if (operation !== 'load') return Promise.resolve()
        loads += 1
        return loads <= failing ? fail() : Promise.resolve()
      }
      for (let attempt = 1; attempt <= failing; attempt += 1) {
        await eventually(async () => {
          const person = openRaw(server, { token: tokenOf('pa_nora') })
          expect(await person.closed()).toBe(4503)
          expect(person.documentFrames).toBe(0)
          expect(loads).toBe(attempt)
        })
      }
      await new Promise((resolve) => setTimeout(resolve, 10))
      const person = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
      expect(person.doc.getMap('records').size).toBe(1)
      expect([documents.calls.append, documents.calls.compact]).toEqual([0, 0])
      expect(await memory.documents.loadDocument(roomA)).toEqual(before)
    }
  })
}

test('[RM4, F27] a load that does not answer: the joiner is turned away in time, nothing is written, and the room is there when it answers', async () => {
  const { server, documents } = await startFaultyServer({ limits: { upgradeMs: 100 } })
  const { wait, open } = gate()
  documents.before = wait
  const person = openRaw(server, { token: tokenOf('pa_nora') })
  await eventually(() => expect(person.status).toBe(503))
  expect([documents.calls.append, documents.calls.compact]).toEqual([0, 0])
  open()
  documents.before = () => Promise.resolve()
  await openRaw(server, { token: tokenOf('pa_nora') }).ready()
  expect(documents.calls.append).toBe(0)
})

test('[RM4, F27] a room that is not there, or that holds no board, is never made by coming in', async () => {
  const storage = new MemoryStorage()
  const server = await startServer({ storage, rooms: [] })
  expect(await openRaw(server, { token: tokenOf('pa_nora') }).closed()).toBe(4404)
  expect(await storage.documents.loadDocument(roomA)).toBeNull()
  await storage.directory.createRoom(newRoom(roomA, [Uint8Array.from([0, 0])]))
  const before = await storage.documents.loadDocument(roomA)
  expect(seedUpdate().byteLength).toBeGreaterThan(2)
  expect(await openRaw(server, { token: tokenOf('pa_nora') }).closed()).toBe(4503)
  expect(await storage.documents.loadDocument(roomA)).toEqual(before)
})
