import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SqliteConnection } from '@samenreis/server/storage/SqliteConnection'
import { SqliteStorage } from '@samenreis/server/storage/SqliteStorage'
import { schemaSteps, STORAGE_SCHEMA } from '@samenreis/server/storage/sqliteSchema'
import { StorageInUseError } from '@samenreis/server/storage/StorageInUseError'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../support/folder.ts'
import { guessRound } from './guessFixture.ts'
import { bytesOf, newRoom, nora, roomA } from './roomFixture.ts'

/** What rooms are that were made before sessions had a purpose. */
const plainest = { template: 'blank', context: 'service' }
/** They had no end: they get one from the day on which they are brought along. */
const endsLater = { retentionUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string, retentionChosen: false }

async function openAt(path: string): Promise<SqliteStorage> {
  const storage = await SqliteStorage.open({ path })
  onTestFinished(() => storage.close())
  return storage
}

test('[ST15] what was stored is there after closing and opening again', async () => {
  const path = join(temporaryFolder(), 'samenreis.sqlite')
  const first = await openAt(path)
  await first.directory.createRoom(newRoom(roomA, [bytesOf(1)]))
  const update = { sequence: 2, bytes: bytesOf(2) }
  await first.documents.append([{ roomId: roomA, epoch: 'epoch-a', updates: [update], clients: new Map([[5, nora]]) }])
  await first.close()
  const second = await openAt(path)
  expect(await second.documents.loadDocument(roomA)).toEqual({
    epoch: 'epoch-a',
    snapshot: null,
    updates: [{ sequence: 1, bytes: bytesOf(1) }, update],
    clients: new Map([[5, nora]]),
    retired: new Set(),
  })
  expect(await second.directory.findRoom(roomA)).toEqual(newRoom(roomA).room)
})

test('[ST15] every commit waits until the disk has it, and the log is written ahead', () => {
  const connection = new SqliteConnection(join(temporaryFolder(), 'samenreis.sqlite'))
  onTestFinished(() => connection.close())
  const row = z.object({ synchronous: z.number() })
  // 2 = FULL (https://sqlite.org/pragma.html#pragma_synchronous): NORMAL loses what was acknowledged before a power cut.
  expect(connection.one(row, 'PRAGMA synchronous')).toEqual({ synchronous: 2 })
  expect(connection.one(z.object({ journal_mode: z.string() }), 'PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' })
})

test('[ST16] a database that is open is refused to a second one, which is told who has it', async () => {
  const path = join(temporaryFolder(), 'samenreis.sqlite')
  const first = await openAt(path)
  const second = SqliteStorage.open({ path })
  await expect(second).rejects.toMatchObject({ name: 'StorageInUseError' })
  await expect(second).rejects.toThrow(`process ${process.pid}`)
  expect(new StorageInUseError('process 1').message).toContain('DATA_DIR')
  await first.close()
  await openAt(path)
})

test('[ST17, F39] a database of a newer version is refused and left as it is', async () => {
  const path = join(temporaryFolder(), 'samenreis.sqlite')
  await (await openAt(path)).close()
  const database = new DatabaseSync(path)
  database.exec(`UPDATE metadata SET value = '${STORAGE_SCHEMA + 1}' WHERE name = 'schema'`)
  database.close()
  await expect(SqliteStorage.open({ path })).rejects.toMatchObject({ name: 'StorageTooNewError' })
})

test('[ST23, AC15] a database of every older version is brought to the newest with all that is in it, and is new when it opens again', async () => {
  for (let version = 1; version < STORAGE_SCHEMA; version += 1) {
    const path = join(temporaryFolder(), 'samenreis.sqlite')
    const old = new DatabaseSync(path)
    for (const step of schemaSteps.slice(0, version)) old.exec(step)
    old.prepare("INSERT INTO metadata (name, value) VALUES ('schema', ?)").run(String(version))
    const { room } = newRoom(roomA)
    old
      .prepare(
        `INSERT INTO room (id, epoch, title, question, language, date, created_at, facilitator_hash, participant_hash,
          screen_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(roomA, 'epoch-a', room.title, room.question, 'nl', room.date, room.createdAt, 'f1', 'p1', 's1')
    old.close()
    for (let time = 1; time <= 2; time += 1) {
      const storage = await openAt(path)
      expect(await storage.directory.findRoom(roomA)).toEqual({ ...room, ...plainest, ...endsLater })
      const rounds = await storage.directory.guessRoundsOf(roomA)
      expect(rounds).toHaveLength(time - 1)
      if (time === 1) await storage.directory.openGuessRound(roomA, guessRound)
      await storage.close()
    }
  }
})

test('[ST23] a step that fails leaves an older database as it was', async () => {
  const path = join(temporaryFolder(), 'samenreis.sqlite')
  const old = new DatabaseSync(path)
  for (const step of schemaSteps.slice(0, 1)) old.exec(step)
  old.exec("INSERT INTO metadata (name, value) VALUES ('schema', '1')")
  // In the way of the second step's last table.
  old.exec('CREATE TABLE guess (x TEXT)')
  old.close()
  await expect(SqliteStorage.open({ path })).rejects.toMatchObject({ name: 'StorageUnavailableError' })
  const after = new DatabaseSync(path)
  const tables = after.prepare("SELECT name FROM sqlite_master WHERE name = 'guess_round'").all()
  expect([tables, { ...after.prepare("SELECT value FROM metadata WHERE name = 'schema'").get() }]).toEqual([
    [],
    { value: '1' },
  ])
  after.close()
})

test('[ST19] a place that cannot be written refuses to open', async () => {
  const file = join(temporaryFolder(), 'a-file')
  writeFileSync(file, 'not a folder')
  await expect(SqliteStorage.open({ path: join(file, 'samenreis.sqlite') })).rejects.toBeInstanceOf(
    StorageUnavailableError,
  )
  writeFileSync(`${file}.sqlite`, 'not a database, but long enough to be taken for one at first sight')
  await expect(SqliteStorage.open({ path: `${file}.sqlite` })).rejects.toMatchObject({ name: 'DatabaseDamagedError' })
})

test('[ST20] a commit waits while somebody else holds the write lock for a moment', async () => {
  const path = join(temporaryFolder(), 'samenreis.sqlite')
  const storage = await openAt(path)
  await storage.directory.createRoom(newRoom(roomA))
  const outside = new DatabaseSync(path)
  onTestFinished(() => outside.close())
  outside.exec('BEGIN IMMEDIATE')
  const batch = { roomId: roomA, epoch: 'epoch-a', updates: [{ sequence: 1, bytes: bytesOf(1) }], clients: new Map() }
  const appended = storage.documents.append([batch])
  outside.exec('COMMIT')
  await appended
  expect((await storage.documents.loadDocument(roomA))?.updates).toHaveLength(1)
})
