import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { inspectDatabase } from '@samenreis/server/inspect/inspectDatabase'
import { checksumOf } from '@samenreis/server/storage/checksum'
import { STORAGE_SCHEMA } from '@samenreis/server/storage/sqliteSchema'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import { SqliteStorage } from '@samenreis/server/storage/SqliteStorage'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { newRoom, roomA, roomB } from '../contract/roomFixture.ts'
import { temporaryFolder } from '../support/folder.ts'
import { addStep, shapeId } from '../support/records.ts'

const main = fileURLToPath(new URL('../../apps/server/src/inspect/main.ts', import.meta.url))
const STEPS = 4
/** Many starts read the same sources. */
const compileCache = join(tmpdir(), `samenreis-inspect-cache-${process.pid}`)
afterAll(() => rmSync(compileCache, { recursive: true, force: true }))

interface Prepared {
  readonly folder: string
  readonly path: string
}

/** Updates that make a board: the seed, then one step each. */
function boardUpdates(): Uint8Array[] {
  const board = new BoardDocument(new Y.Doc())
  const updates: Uint8Array[] = []
  board.doc.on('update', (update: Uint8Array) => updates.push(update))
  Y.applyUpdate(board.doc, seedUpdate())
  for (let number = 0; number < STEPS; number += 1) addStep(board, `s${number}`, 'MARKER')
  return updates
}

/** Two rooms, the second one compacted; what each test gets a copy of. */
const template = join(mkdtempSync(join(tmpdir(), 'samenreis-inspect-')), 'samenreis.sqlite')
beforeAll(() => {
  const database = new SqliteDatabase(template)
  const updates = boardUpdates()
  for (const room of [roomA, roomB]) database.directory.createRoom(newRoom(room, updates))
  const snapshot = { sequence: STEPS, bytes: Y.mergeUpdates(updates.slice(0, STEPS)) }
  database.documents.compact(roomB, 'epoch-b', snapshot)
  database.close()
})
afterAll(() => rmSync(dirname(template), { recursive: true }))

function prepare(): Prepared {
  const folder = temporaryFolder()
  const path = join(folder, 'samenreis.sqlite')
  copyFileSync(template, path)
  return { folder, path }
}

function change({ path }: Prepared, work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(path)
  work(database)
  database.close()
}

/** Adds an update with a right checksum behind room A's last one. */
function addUpdate(prepared: Prepared, bytes: Uint8Array): void {
  const sequence = STEPS + 2
  change(prepared, (database) => {
    const row = database.prepare('INSERT INTO room_update (room_id, sequence, bytes, checksum) VALUES (?, ?, ?, ?)')
    row.run(roomA, sequence, bytes, checksumOf(roomA, sequence, bytes))
  })
}

function damageIn({ path }: Prepared): unknown {
  const { rooms } = inspectDatabase(path)
  return Object.fromEntries(rooms.map(({ id, damage }) => [id === roomA ? 'a' : 'b', damage]))
}

function inspect(...args: string[]): { code: number | null; out: string; error: string } {
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache }
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', env })
  return { code: status, out: stdout, error: stderr }
}

test('[OP4] sizes, log lengths and state of each room are told, and exit code 0 says that all is whole', () => {
  const { folder, path } = prepare()
  const before = readFileSync(path)
  const { rooms, fileProblems } = inspectDatabase(path)
  expect(fileProblems).toEqual([])
  expect(rooms).toMatchObject([
    { id: roomA, logRows: STEPS + 1, sequence: STEPS + 1, snapshotSequence: 0, records: STEPS + 1, people: 1 },
    { id: roomB, logRows: 1, sequence: STEPS + 1, snapshotSequence: STEPS, records: STEPS + 1, people: 1 },
  ])
  const { code, out } = inspect(folder)
  expect(code).toBe(0)
  expect(out).toMatch(/^aaaaaaaa .* whole$/m)
  expect(out).toContain(`schema ${STORAGE_SCHEMA}, 2 rooms, 0 damaged, file whole`)
  expect(out).not.toContain(roomA)
  expect(out).not.toMatch(/MARKER|Nora|Hulp in huis/)
  expect(inspect(folder, '--ids').out).toContain(roomA)
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('[OP5] a gap in the log, a changed bit, bytes that make no board and records that do not hold are found', () => {
  const gapped = prepare()
  change(gapped, (database) => database.exec(`DELETE FROM room_update WHERE room_id = '${roomA}' AND sequence = 3`))
  expect(damageIn(gapped)).toEqual({ a: [{ kind: 'gap', places: 1 }], b: [] })

  const early = prepare()
  change(early, (database) => database.exec(`UPDATE room_snapshot SET sequence = 3 WHERE room_id = '${roomB}'`))
  expect(damageIn(early)).toEqual({
    a: [],
    b: [
      { kind: 'checksum', rows: 1 },
      { kind: 'gap', places: 1 },
    ],
  })

  const flipped = prepare()
  change(flipped, (database) => {
    const found = database.prepare('SELECT bytes FROM room_update WHERE room_id = ? AND sequence = 2').get(roomA)
    const bytes = found?.['bytes']
    if (!(bytes instanceof Uint8Array)) throw new Error('The row is not there')
    bytes.set([(bytes[9] ?? 0) ^ 1], 9)
    database.prepare('UPDATE room_update SET bytes = ? WHERE room_id = ? AND sequence = 2').run(bytes, roomA)
  })
  expect(damageIn(flipped)).toEqual({ a: [{ kind: 'checksum', rows: 1 }], b: [] })

  const emptied = prepare()
  change(emptied, (database) => database.exec(`DELETE FROM room_update WHERE room_id = '${roomA}'`))
  expect(damageIn(emptied)).toEqual({ a: [{ kind: 'empty' }], b: [] })

  const senseless = prepare()
  addUpdate(senseless, Uint8Array.of(1, 2, 3))
  expect(damageIn(senseless)).toEqual({ a: [{ kind: 'unreadable' }], b: [] })

  const wrong = prepare()
  const board = new BoardDocument(new Y.Doc())
  for (const update of boardUpdates()) Y.applyUpdate(board.doc, update)
  // The board that is stored was made under other client ids, so the record is written whole.
  addStep(board, 'wrong')
  board.records.get(shapeId('wrong'))?.set('opacity', 'MARKER')
  addUpdate(wrong, Y.encodeStateAsUpdate(board.doc))
  expect(damageIn(wrong)).toEqual({ a: [{ kind: 'records', quarantined: 1 }], b: [] })
  const { code, out } = inspect(wrong.folder)
  expect(code).toBe(1)
  expect(out).toMatch(/^aaaaaaaa .* 1 records that do not hold$/m)
  expect(out).toMatch(/^bbbbbbbb .* whole$/m)
  expect(out).not.toContain('MARKER')
})

test('[OP5] a file whose pages are damaged, or a row that hangs on nothing, ends with 1', () => {
  const orphan = prepare()
  change(orphan, (database) => {
    database.exec('PRAGMA foreign_keys = OFF')
    database.exec("INSERT INTO room_client (room_id, client_id, participant_id) VALUES ('gone', 5, 'pa_x')")
  })
  expect(inspectDatabase(orphan.path).fileProblems).toEqual(['room_client: a row without its room'])

  const torn = prepare()
  const bytes = readFileSync(torn.path)
  bytes.fill(0xff, 4096)
  writeFileSync(torn.path, bytes)
  expect(inspect(torn.folder).code).toBe(1)
})

test('[OP6] what is newer, absent or no database is told in a sentence', () => {
  const newer = prepare()
  change(newer, (database) =>
    database.exec(`UPDATE metadata SET value = '${STORAGE_SCHEMA + 1}' WHERE name = 'schema'`),
  )
  const before = readFileSync(newer.path)
  expect(inspect(newer.folder)).toMatchObject({
    code: 2,
    error: expect.stringContaining(`has schema ${STORAGE_SCHEMA + 1}`),
  })
  expect(readFileSync(newer.path).equals(before)).toBe(true)
  expect(inspect(join(newer.folder, 'nothing'))).toMatchObject({
    code: 2,
    error: expect.stringContaining('no database'),
  })
  const text = temporaryFolder()
  writeFileSync(join(text, 'samenreis.sqlite'), 'no database at all '.repeat(100))
  expect(inspect(text)).toMatchObject({ code: 1, error: expect.stringContaining('no database') })
  expect(inspect()).toMatchObject({ code: 2, error: expect.stringContaining('Usage') })
})

test('[OP6] a database that a server has open is read all the same, and the server goes on', async () => {
  const { folder, path } = prepare()
  const storage = await SqliteStorage.open({ path })
  onTestFinished(() => storage.close())
  const [, ...edits] = boardUpdates()
  const updates = [{ sequence: STEPS + 2, bytes: edits[0] ?? new Uint8Array() }]
  await storage.documents.append([{ roomId: roomA, epoch: 'epoch-a', updates, clients: new Map() }])
  const { code, out } = inspect(folder)
  expect(out).toContain(`A server has it open (process ${process.pid})`)
  expect(out).toMatch(new RegExp(`^aaaaaaaa +\\d+ +\\d{3} +1 +${STEPS + 2} .* whole$`, 'm'))
  expect(code).toBe(0)
  await storage.documents.compact(roomB, 'epoch-b', { sequence: STEPS + 1, bytes: seedUpdate() })
})
