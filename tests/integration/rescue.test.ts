import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { putBack } from '@samenreis/server/rescue/putBack'
import { RescueFiles } from '@samenreis/server/rescue/RescueFiles'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { contraryBoard } from '@samenreis/server/testing/contraryBoard'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { ben, newRoom, nora, roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { FaultyDocuments } from '../support/FaultyDocuments.ts'
import { temporaryFolder } from '../support/folder.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep, shapeId, titleOf } from '../support/records.ts'
import { openSqlite, startServer } from '../support/startServer.ts'
import { storageWith } from '../support/storageWith.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

const KEY = Buffer.alloc(32, 7)
const command = fileURLToPath(new URL('../../apps/server/src/rescue/rescueMain.ts', import.meta.url))

/** A store in a file that can be made to fail, and a place for rescue files. */
async function failingServer(limits: Record<string, number>, folder = temporaryFolder()) {
  const rescue = temporaryFolder()
  const sqlite = await openSqlite(folder)
  const documents = new FaultyDocuments(sqlite.documents)
  const storage = storageWith(sqlite, documents)
  const files = new RescueFiles({ folder: rescue, key: KEY })
  const server = await startServer({ storage, limits, rescueFiles: files })
  return { server, documents, folder, rescue, files }
}

test('[FS7] storage that fails for too long: the board goes into an encrypted file, everybody is sent away, and it is put back whole', async () => {
  const limits = { retryMs: 20, retryMaxMs: 20, rescueMs: 400 }
  const { server, documents, folder, rescue, files } = await failingServer(limits)
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  addStep(anna.board, 'before', 'Bewaard')
  const watcher = await openRaw(server, { token: tokenOf('pa_watch') }).ready()
  await eventually(() => expect(watcher.doc.getMap('records').size).toBe(2))
  documents.failing.add('append')
  addStep(anna.board, 'secret', 'Zij huilt elke avond')
  await eventually(() => expect(watcher.got('state').at(-1)?.state.storage).toBe('failing'))
  expect(readdirSync(rescue)).toEqual([])
  anna.provider.shouldConnect = false
  expect(await watcher.closed()).toBe(4503)
  await eventually(() => expect(server.rooms.size).toBe(0))

  const [name = '', ...others] = readdirSync(rescue)
  expect(others).toEqual([])
  const path = join(rescue, name)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  for (const word of ['huilt', roomA, 'pa_nora', 'records']) expect(readFileSync(path).includes(word)).toBe(false)
  expect(name).not.toContain(roomA)
  await server.close()

  const database = new SqliteDatabase(join(folder, 'samenreis.sqlite'))
  const rescued = await files.read(path)
  expect(putBack(database, rescued)).toMatchObject({ added: 1, records: 3 })
  expect(putBack(database, rescued)).toMatchObject({ added: 0, records: 3 })
  const stored = database.documents.loadDocument(roomA)
  if (stored === null) throw new Error('The room is gone')
  expect(titleOf(readStoredDocument(stored), 'secret')).toBe('Zij huilt elke avond')
  expect([...stored.clients.values()]).toEqual([nora])
  database.close()
})

test('[FS7] storage that comes back in time leaves no room out and no file behind that is needed', async () => {
  const { server, documents, rescue } = await failingServer({ retryMs: 20, retryMaxMs: 20, rescueMs: 60_000 })
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  documents.failing.add('append')
  addStep(anna.board, 'a')
  await eventually(() => expect(documents.calls.append).toBeGreaterThan(3))
  documents.failing.clear()
  const ben = await openClient(server, { token: tokenOf('pa_ben') })
  await eventually(() => expect(ben.ids()).toEqual(['page:board', 'shape:a']))
  expect(readdirSync(rescue)).toEqual([])
})

test('[FS7] a commit that never ends is told as failing, and its room is rescued, too; its late answer harms nothing', async () => {
  const { server, documents, rescue } = await failingServer({
    hungCommitMs: 50,
    slowCommitMs: 10,
    rescueMs: 300,
    retryMaxMs: 50,
  })
  const watcher = await openRaw(server, { token: tokenOf('pa_watch') }).ready()
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  let answer: () => void = () => undefined
  documents.before = (operation) =>
    operation === 'append' ? new Promise((resolve) => (answer = resolve)) : Promise.resolve()
  addStep(anna.board, 'a')
  await eventually(() => expect(watcher.got('state').map(({ state }) => state.storage)).toContain('failing'))
  anna.provider.shouldConnect = false
  expect(await watcher.closed()).toBe(4503)
  await eventually(() => expect(readdirSync(rescue)).toHaveLength(1))
  documents.before = () => Promise.resolve()
  answer()
  const late = openClient(server, { token: tokenOf('pa_late') })
  await eventually(async () => expect((await late).ids()).toEqual(['page:board', 'shape:a']), 40_000)
})

test('[FS7] without a second place the room stays in memory, and what it holds is stored when storage comes back', async () => {
  const sqlite = await openSqlite()
  const documents = new FaultyDocuments(sqlite.documents)
  const storage = storageWith(sqlite, documents)
  const server = await startServer({ storage, limits: { retryMs: 20, retryMaxMs: 20, rescueMs: 50 } })
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  documents.failing.add('append')
  addStep(anna.board, 'a')
  await eventually(() => expect(documents.calls.append).toBeGreaterThan(8))
  anna.destroy()
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(server.rooms.size).toBe(1)
  documents.failing.clear()
  const other = await openClient(server, { token: tokenOf('pa_ben') })
  await eventually(() => expect(other.ids()).toEqual(['page:board', 'shape:a']))
})

test('[FS8] a rescue file is of its key and its board: what is damaged, of another key, or of a board made anew is refused', async () => {
  const folder = temporaryFolder()
  const files = new RescueFiles({ folder, key: KEY })
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  addStep(board, 'a')
  const state = Y.encodeStateAsUpdate(board.doc)
  const rescued = { roomId: roomA, epoch: 'epoch-a', state, clients: new Map([[board.doc.clientID, ben]]) }
  const path = await files.write(rescued)
  expect(await files.read(path)).toEqual({ ...rescued, state: Buffer.from(state) })
  const other = new RescueFiles({ folder, key: Buffer.alloc(32, 8) })
  await expect(other.read(path)).rejects.toMatchObject({ name: 'RescueFileError' })
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(60) ^ 1, 60)
  writeFileSync(join(folder, 'damaged'), bytes)
  await expect(files.read(join(folder, 'damaged'))).rejects.toMatchObject({ name: 'RescueFileError' })
  writeFileSync(join(folder, 'other'), 'something else')
  await expect(files.read(join(folder, 'other'))).rejects.toThrow('no rescue file')

  const database = new SqliteDatabase(join(folder, 'samenreis.sqlite'))
  expect(() => putBack(database, rescued)).toThrow('not in the database')
  database.directory.createRoom({ ...newRoom(roomA, [seedUpdate()]), epoch: 'another' })
  expect(() => putBack(database, rescued)).toThrow('made anew')
  database.close()
})

test('[FS8] what was rescued only because something was taken away is put back as well: a name that had to go stays gone', async () => {
  const database = new SqliteDatabase(join(temporaryFolder(), 'samenreis.sqlite'))
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  addStep(board, 'a', 'Bellen met mevrouw De Boer')
  database.directory.createRoom(newRoom(roomA, [Y.encodeStateAsUpdate(board.doc)]))
  const title = board.records.get(shapeId('a'))?.get('title')
  if (!(title instanceof Y.Text)) throw new Error('The step has no title')
  title.delete('Bellen'.length, title.length)
  const state = Y.encodeStateAsUpdate(board.doc)
  putBack(database, { roomId: roomA, epoch: 'epoch-a', state, clients: new Map() })
  const stored = database.documents.loadDocument(roomA)
  if (stored === null) throw new Error('The room is gone')
  expect(titleOf(readStoredDocument(stored), 'a')).toBe('Bellen')
  database.close()
})

test('[FS8] what was rescued of a board that did not read back is put back with every word', async () => {
  const folder = temporaryFolder()
  const database = new SqliteDatabase(join(folder, 'samenreis.sqlite'))
  const { updates, words } = contraryBoard()
  database.directory.createRoom(newRoom(roomA, updates.slice(0, 2)))
  const whole = database.documents.loadDocument(roomA)
  if (whole === null) throw new Error('The room is gone')
  const { doc } = readStoredDocument(whole)
  for (const update of updates) Y.applyUpdate(doc, update)
  const rescued = { roomId: roomA, epoch: 'epoch-a', state: Y.encodeStateAsUpdate(doc), clients: new Map() }
  putBack(database, rescued)
  const stored = database.documents.loadDocument(roomA)
  if (stored === null) throw new Error('The room is gone')
  expect(stored.updates).toHaveLength(3)
  for (const word of words) expect(titleOf(readStoredDocument(stored), 'a')).toContain(word)
  database.close()
})

test('[FS8] the command puts files back by itself, and says what it did', async () => {
  const folder = temporaryFolder()
  const database = new SqliteDatabase(join(folder, 'samenreis.sqlite'))
  database.directory.createRoom(newRoom(roomA, [seedUpdate()]))
  database.close()
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  addStep(board, 'a')
  const files = new RescueFiles({ folder: temporaryFolder(), key: KEY })
  const state = Y.encodeStateAsUpdate(board.doc)
  const path = await files.write({ roomId: roomA, epoch: 'epoch-a', state, clients: new Map() })
  const env = { PATH: process.env['PATH'], DATA_DIR: folder, RESCUE_DIR: '/elsewhere', RESCUE_KEY: KEY.toString('hex') }
  const said = execFileSync(process.execPath, [command, path], { env, encoding: 'utf8' })
  expect(said).toContain('1 of 2 records')
  const wrong = { ...env, RESCUE_KEY: '00'.repeat(32) }
  expect(() => execFileSync(process.execPath, [command, path], { env: wrong, stdio: 'pipe' })).toThrow('RESCUE_KEY')
})
