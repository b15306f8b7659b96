import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import type { StoredDocument } from '@samenreis/server/storage/RoomStorage'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { verifiedSnapshot } from '@samenreis/server/sync/verifiedSnapshot'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newRoom, roomA } from './roomFixture.ts'
import { temporaryFolder } from '../support/folder.ts'
import { addStep } from '../support/records.ts'

const RUNS = Number(process.env['DAMAGE_RUNS'] ?? 100)
const STEPS = 12

interface Made {
  readonly path: string
  /** Ids of the records after each sequence, from 0. */
  readonly history: readonly (readonly string[])[]
}

/** A store with one room: two snapshots one after the other, and a log after the second. */
function makeStore(): Made {
  const path = join(temporaryFolder(), 'samenreis.sqlite')
  const database = new SqliteDatabase(path)
  database.directory.createRoom(newRoom(roomA, [seedUpdate()]))
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  const ids = (): string[] => [...board.records.keys()].toSorted()
  const history = [[], ids()]
  let update: Uint8Array = new Uint8Array()
  board.doc.on('update', (bytes: Uint8Array) => (update = bytes))
  for (let sequence = 2; sequence <= STEPS; sequence += 1) {
    addStep(board, `s${sequence}`, 'Een gesprek. '.repeat(20))
    const updates = [{ sequence, bytes: update }]
    database.documents.append([{ roomId: roomA, epoch: 'epoch-a', updates, clients: new Map() }])
    history.push(ids())
    if (sequence !== 4 && sequence !== 8) continue
    database.documents.compact(roomA, 'epoch-a', { sequence, bytes: verifiedSnapshot(board) })
  }
  database.close()
  return { path, history }
}

/** What somebody who opens the store is given: the board up to a sequence, or a report of damage. */
function outcomeOf(path: string, history: Made['history']): { ids: readonly string[]; report: string | null } {
  let database: SqliteDatabase | null = null
  try {
    database = new SqliteDatabase(path)
    const stored = database.documents.loadDocument(roomA)
    if (stored === null) throw new Error('The room is gone')
    const ids = [...readStoredDocument(stored).records.keys()].toSorted()
    if (stored.damage !== undefined) expect(ids).toEqual(history[stored.damage.from - 1])
    return { ids, report: stored.damage === undefined ? null : `from ${stored.damage.from}` }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ids: [], report: error.name }
  } finally {
    database?.close()
  }
}

/** The room of a store in which a person has had his hands. */
function loadAfter(sql: string): { stored: StoredDocument | null; history: Made['history'] } {
  const { path, history } = makeStore()
  const hands = new DatabaseSync(path)
  hands.exec(sql)
  hands.close()
  const database = new SqliteDatabase(path)
  try {
    return { stored: database.documents.loadDocument(roomA), history }
  } finally {
    database.close()
  }
}

const flipFirstBit = "bytes = CAST(X'FF' || substr(bytes, 2) AS BLOB)"

test('[ST18, F30] a damaged row of the log: the room opens as it was before that row, and says so', () => {
  const { stored, history } = loadAfter(`UPDATE room_update SET ${flipFirstBit} WHERE sequence = 11`)
  expect(stored?.damage).toEqual({ from: 11 })
  if (stored === null) throw new Error('The room is gone')
  expect([...readStoredDocument(stored).records.keys()].toSorted()).toEqual(history[10])
})

test('[ST18, F30] a row that is gone, or in the wrong place, is found', () => {
  expect(loadAfter('DELETE FROM room_update WHERE sequence = 10').stored?.damage).toEqual({ from: 10 })
  expect(loadAfter('UPDATE room_update SET sequence = 13 WHERE sequence = 12').stored?.damage).toEqual({ from: 12 })
})

test('[ST18, F30] a damaged snapshot: the room opens as it was at the snapshot before, and says so', () => {
  const { stored, history } = loadAfter(`UPDATE room_snapshot SET ${flipFirstBit}`)
  expect(stored).toMatchObject({ snapshot: { sequence: 4 }, updates: [], damage: { from: 5 } })
  if (stored === null) throw new Error('The room is gone')
  expect([...readStoredDocument(stored).records.keys()].toSorted()).toEqual(history[4])
})

test('[ST18, F30] a room of which nothing can be verified is refused, and its rows stay', () => {
  const both = `UPDATE room_snapshot SET ${flipFirstBit}; UPDATE room_fallback SET ${flipFirstBit}`
  expect(() => loadAfter(both)).toThrow('Nothing that is stored')
})

test(`[ST18, F30] ${RUNS} times one random bit of a row: the same board, or a report of damage (seed 30)`, () => {
  const random = new RandomSource(30)
  const { path, history } = makeStore()
  const whole = readFileSync(path)
  for (let run = 0; run < RUNS; run += 1) {
    writeFileSync(path, whole)
    const hands = new DatabaseSync(path)
    const table = random.pick(['room_update', 'room_update', 'room_snapshot'])
    const rows = hands.prepare(`SELECT rowid, sequence, bytes, checksum FROM ${table} ORDER BY sequence`).all()
    const row = random.pick(rows)
    const bytes = Buffer.from(row['bytes'] as Uint8Array)
    const set = (column: string, value: Buffer | bigint): void =>
      void hands.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`).run(value, Number(row['rowid']))
    const place = random.below(12)
    if (place === 0) set('checksum', BigInt(Number(row['checksum'])) ^ (1n << BigInt(random.below(32))))
    else if (place === 1) set('sequence', BigInt(Number(row['sequence'])) ^ (1n << BigInt(5 + random.below(20))))
    else {
      const at = random.below(bytes.byteLength)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.below(8)), at)
      set('bytes', bytes)
    }
    hands.close()
    const { report } = outcomeOf(path, history)
    expect(report, `run ${run}: ${table} ${String(row['sequence'])}, place ${place}`).not.toBeNull()
  }
})

test(`[FS1, F30] ${RUNS} times one random bit of the file: the same board, or a report of damage (seed 31)`, () => {
  const random = new RandomSource(31)
  const { path, history } = makeStore()
  const whole = readFileSync(path)
  let reports = 0
  for (let run = 0; run < RUNS; run += 1) {
    const damaged = Buffer.from(whole)
    const at = random.below(damaged.byteLength)
    damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << random.below(8)), at)
    writeFileSync(path, damaged)
    const { ids, report } = outcomeOf(path, history)
    if (report === null) expect(ids, `run ${run}: byte ${at}`).toEqual(history[STEPS])
    else reports += 1
  }
  expect(reports).toBeGreaterThan(0)
})

test('[FS1, F30] a file whose pages do not hold together is not opened, and stays as it is', () => {
  const { path } = makeStore()
  const damaged = readFileSync(path)
  // The number of cells of the second page, and where they begin.
  damaged.fill(0xff, 4096 + 3, 4096 + 8)
  writeFileSync(path, damaged)
  expect(() => new SqliteDatabase(path)).toThrow(/^The database is damaged .* put a backup back/)
  expect(readFileSync(path).equals(damaged)).toBe(true)
})

test('[FS1, F30] rows that hang on no room are damage too', () => {
  const { path } = makeStore()
  const hands = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  hands.exec("UPDATE room SET id = 'somewhereelse'")
  hands.close()
  expect(() => new SqliteDatabase(path)).toThrow('rows of')
})
