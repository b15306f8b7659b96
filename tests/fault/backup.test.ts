import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { inspectDatabase, isWhole } from '@samenreis/server/inspect/inspectDatabase'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { afterAll, expect, test } from 'vitest'
import { roomA, roomB } from '../contract/roomFixture.ts'
import { DurableClient } from '../support/DurableClient.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { ServerProcess } from '../support/ServerProcess.ts'
import { openSqlite } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

// Every stock provider listens for the end of the process.
process.setMaxListeners(50)

const WRITERS = 4
/** Below the 20 frames a second that a browser sends. */
const EDIT_MS = 60
/** Backups that are made one after the other while people write. */
const ROUNDS = 3

/** Many starts read the same sources. */
const compileCache = mkdtempSync(join(tmpdir(), 'samenreis-backup-'))
afterAll(() => rmSync(compileCache, { recursive: true, force: true }))

/** Runs a command of the server to its end, while this process goes on. */
function run(name: 'backupMain' | 'restoreMain', ...args: string[]): Promise<{ code: number | null; said: string }> {
  const main = fileURLToPath(new URL(`../../apps/server/src/backup/${name}.ts`, import.meta.url))
  const child = spawn(process.execPath, [main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, said })))
}

/** What the database of a folder holds of room A, as the database alone gives it. */
function storedIn(folder: string): { epoch: string; ids: string[]; retired: number } {
  const database = new SqliteDatabase(join(folder, 'samenreis.sqlite'))
  const stored = database.documents.loadDocument(roomA)
  database.close()
  if (stored === null) throw new Error('The room is gone')
  return { epoch: stored.epoch, ids: [...readStoredDocument(stored).records.keys()], retired: stored.retired.size }
}

test('[OP7, OP8, F36] a backup of a server under load is whole and holds all that was acknowledged before; after a restore nobody of before merges anything', async () => {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  mkdirSync(data)
  const server = new ServerProcess(data)
  await server.start()
  const writers = Array.from({ length: WRITERS }, (_, number) => {
    const name = `w${number}`
    return new DurableClient(server.syncUrl, roomA, name, tokenOf(`pa_${name}`))
  })
  // Alone in the other room: nobody else's later words come along with hers.
  const alone = new DurableClient(server.syncUrl, roomB, 'alone', tokenOf('pa_alone'))
  const timer = setInterval(() => {
    for (const writer of [...writers, alone]) if (writer.provider.synced) writer.edit()
  }, EDIT_MS)
  const acknowledged = (): string[] => writers.flatMap((writer) => writer.acknowledgedIds())
  const backups: { file: string; promised: string[]; made: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const count = acknowledged().length
    await eventually(() => expect(acknowledged().length).toBeGreaterThan(count + 10))
    await eventually(() => expect(alone.acknowledged).toBeGreaterThan(round))
    const promised = acknowledged()
    const file = join(folder, `backup-${round}.sqlite`)
    expect(await run('backupMain', data, file)).toEqual({ code: 0, said: `${file}: 2 rooms, all whole.\n` })
    const made = writers.reduce((sum, writer) => sum + writer.made, 0)
    backups.push({ file, promised, made })
    // People wrote on while it was made.
    expect(made).toBeGreaterThan(promised.length)
  }
  clearInterval(timer)
  await eventually(() => expect(acknowledged().length).toBe(writers.reduce((sum, { made }) => sum + made, 0)))
  expect(writers.flatMap(({ closeCodes }) => closeCodes)).toEqual([])
  expect(await server.stop('SIGTERM')).toBe(0)
  const before = storedIn(data)
  expect(before.ids.length).toBe(acknowledged().length + 1)

  for (const [round, { file, promised, made }] of backups.entries()) {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const restored = join(folder, `restored-${round}`)
    expect(await run('restoreMain', file, restored)).toEqual({
      code: 0,
      said: `${restored}: 2 rooms, each under a new epoch.\n`,
    })
    expect(isWhole(inspectDatabase(join(restored, 'samenreis.sqlite')))).toBe(true)
    const { ids, epoch, retired } = storedIn(restored)
    expect(promised.filter((id) => !ids.includes(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeLessThanOrEqual(made + 1)
    // Nothing that nobody wrote.
    expect(ids.filter((id) => !before.ids.includes(id))).toEqual([])
    expect(epoch).not.toBe(before.epoch)
    expect(retired).toBeGreaterThan(0)
  }

  // The first backup is the one to go back to: the writers hold more than it does.
  const restored = join(folder, 'restored-0')
  const { ids, epoch } = storedIn(restored)
  expect(ids.length).toBeLessThan(before.ids.length)
  const again = new ServerProcess(restored)
  again.port = server.port
  await again.start()
  const own = await openRaw(again, { token: tokenOf('pa_new') }).ready()
  expect(own.got('hello').at(0)?.hello.epoch).toBe(epoch)
  // The writers' own providers come back by themselves with all they hold: no client that knows epochs would, stock ones do.
  await eventually(() => {
    for (const { closeCodes } of [...writers, alone]) expect(closeCodes).toContain(4422)
  })
  const newcomer = await openClient(again, { token: tokenOf('pa_newcomer') })
  expect(newcomer.ids()).toEqual(ids.toSorted())
  for (const writer of [...writers, alone]) writer.provider.destroy()
  expect(await again.stop('SIGTERM')).toBe(0)
  expect(storedIn(restored)).toMatchObject({ epoch, ids: expect.arrayContaining(ids) })
}, 120_000)

test('[OP8, F36] a restore overwrites nothing, takes no damaged file, and leaves no half folder', async () => {
  const folder = temporaryFolder()
  const storage = await openSqlite(folder)
  await storage.close()
  const file = join(folder, 'backup.sqlite')
  expect((await run('backupMain', folder, file)).code).toBe(0)
  const before = readFileSync(file)
  expect(await run('backupMain', folder, file)).toMatchObject({ code: 2, said: expect.stringContaining('already') })
  expect(await run('backupMain', join(folder, 'none'), `${file}2`)).toMatchObject({ code: 2 })
  expect(await run('restoreMain', file, folder)).toMatchObject({ code: 2, said: expect.stringContaining('not empty') })
  expect(await run('restoreMain', `${file}2`, join(folder, 'new'))).toMatchObject({ code: 2 })
  const torn = join(folder, 'torn.sqlite')
  writeFileSync(torn, before.subarray(0, 4096 * 2))
  expect(await run('restoreMain', torn, join(folder, 'new'))).toMatchObject({ code: 2 })
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder).filter((name) => /part|restoring|new/.test(name))).toEqual([])
})

test('[OP9] the list of what was erased goes along: the newer one that is given, or the one beside the backup', async () => {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  await (await openSqlite(data)).close()
  writeFileSync(join(data, 'erased.jsonl'), 'one\n')
  const file = join(folder, 'backup.sqlite')
  expect((await run('backupMain', data, file)).code).toBe(0)
  writeFileSync(join(data, 'erased.jsonl'), 'one\ntwo\n')
  const [older, newer] = [join(folder, 'older'), join(folder, 'newer')]
  mkdirSync(newer)
  expect(await run('restoreMain', file, older)).toMatchObject({ code: 0, said: expect.stringContaining('--erased') })
  expect(readFileSync(join(older, 'erased.jsonl'), 'utf8')).toBe('one\n')
  const list = ['--erased', join(data, 'erased.jsonl')]
  expect(await run('restoreMain', file, newer, ...list)).toMatchObject({
    code: 0,
    said: expect.not.stringContaining('--erased'),
  })
  expect(readFileSync(join(newer, 'erased.jsonl'), 'utf8')).toBe('one\ntwo\n')
  const nothing = await run('restoreMain', file, join(folder, 'none'), '--erased', join(folder, 'nothing'))
  expect(nothing.code).toBe(2)
  expect(existsSync(join(folder, 'none'))).toBe(false)
})

test('[OP7] a backup of a database with a damaged room is made, and says so', async () => {
  const folder = temporaryFolder()
  const server = new ServerProcess(folder)
  await server.start()
  expect(await server.stop('SIGTERM')).toBe(0)
  const database = new DatabaseSync(join(folder, 'samenreis.sqlite'))
  database.exec(`UPDATE room_update SET checksum = 1 WHERE room_id = '${roomB}'`)
  database.close()
  const file = join(folder, 'backup.sqlite')
  expect(await run('backupMain', folder, file)).toMatchObject({ code: 1, said: expect.stringContaining('not all') })
  expect(await run('restoreMain', file, join(folder, 'new'))).toMatchObject({ code: 1 })
  const { rooms } = inspectDatabase(join(folder, 'new', 'samenreis.sqlite'))
  expect(rooms.map(({ damage }) => damage.length)).toEqual([0, 1])
})
