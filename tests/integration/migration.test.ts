import { FIRST_PAGE_ID, seedUpdate } from '@samenreis/model/document/seed'
import { createLog } from '@samenreis/server/log'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import { monotonicClock } from '@samenreis/server/sync/Clock'
import { defaultLimits } from '@samenreis/server/sync/limits'
import type { MigrationPlan } from '@samenreis/server/sync/migratedDocument'
import { RoomRegistry } from '@samenreis/server/sync/RoomRegistry'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { RoomStorage } from '@samenreis/server/storage/RoomStorage'
import { newRoom, roomA } from '../contract/roomFixture.ts'
import { FaultyDocuments } from '../support/FaultyDocuments.ts'

/** A newer Samenreis whose layout gives the first page a name. */
const nextVersion: MigrationPlan = {
  newest: 2,
  migrations: [{ to: 2, apply: (board) => void board.records.get(FIRST_PAGE_ID)?.set('name', 'Bord') }],
}

async function storageWithRoom(): Promise<MemoryStorage> {
  const storage = new MemoryStorage()
  await storage.directory.createRoom(newRoom(roomA, [seedUpdate()]))
  return storage
}

function registry(storage: { documents: RoomStorage }, migrations?: MigrationPlan): RoomRegistry {
  const opened = new RoomRegistry({
    storage: storage.documents,
    log: createLog('silent'),
    clock: monotonicClock,
    limits: defaultLimits,
    ...(migrations === undefined ? {} : { migrations }),
  })
  onTestFinished(() => opened.close({ graceMs: 500 }))
  return opened
}

test('[RM18, F18] a room of an older layout is brought to the newest once, and stored before anyone is in', async () => {
  const storage = await storageWithRoom()
  const rooms = registry(storage, nextVersion)
  const hold = await rooms.hold(roomA)
  expect(hold.room.room.committed.schemaVersion).toBe(2)
  expect((await storage.documents.loadDocument(roomA))?.updates.map(({ sequence }) => sequence)).toEqual([1, 2])
  hold.release()
  expect((await rooms.read(roomA)).records.get(FIRST_PAGE_ID)).toMatchObject({ name: 'Bord' })
  expect((await registry(storage, nextVersion).read(roomA)).version).toBe(2)
})

test('[RM18, F17] a room of a newer layout is refused, and its bytes stay as they are', async () => {
  const storage = await storageWithRoom()
  await registry(storage, nextVersion).read(roomA)
  const before = await storage.documents.loadDocument(roomA)
  await expect(registry(storage).read(roomA)).rejects.toMatchObject({ name: 'StorageUnavailableError' })
  expect(await storage.documents.loadDocument(roomA)).toEqual(before)
})

test('[RM18, F18] when the newer layout cannot be stored, the room opens as it was, to be read, and nothing of it changes', async () => {
  const storage = await storageWithRoom()
  const before = await storage.documents.loadDocument(roomA)
  const documents = new FaultyDocuments(storage.documents)
  documents.failing.add('append')
  const rooms = registry({ documents }, nextVersion)
  const hold = await rooms.hold(roomA)
  expect([hold.room.closedTo, hold.room.readOnly, hold.room.room.committed.schemaVersion]).toEqual([
    'not-migrated',
    true,
    1,
  ])
  expect((await rooms.read(roomA)).records.has(FIRST_PAGE_ID)).toBe(true)
  await expect(rooms.write(roomA, () => undefined)).rejects.toMatchObject({ name: 'StorageUnavailableError' })
  hold.release()
  await vi.waitFor(() => expect(rooms.size).toBe(0))
  expect(await storage.documents.loadDocument(roomA)).toEqual(before)
  documents.failing.clear()
  expect((await rooms.read(roomA)).version).toBe(2)
})
