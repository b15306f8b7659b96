import { readBoard } from '@samenreis/model/document/read'
import { RoomId } from '@samenreis/model/ids/roomId'
import { z } from 'zod'
import { checksumOf } from '../storage/checksum.ts'
import type { StoredUpdate } from '../storage/RoomStorage.ts'
import type { SqliteReader } from '../storage/SqliteReader.ts'
import { BytesRow, IdRow } from '../storage/sqliteRows.ts'
import { structsOf } from '../sync/DocumentSize.ts'
import { readStoredDocument, UnreadableDocumentError } from '../sync/storedDocument.ts'

/** What is wrong with a stored room; names and numbers only, never content. */
export type Damage =
  /** Rows whose bytes are not what was written. */
  | { readonly kind: 'checksum'; readonly rows: number }
  /** Sequences that should follow the one before and do not. */
  | { readonly kind: 'gap'; readonly places: number }
  | { readonly kind: 'empty' }
  /** The bytes hold, and still make no board. */
  | { readonly kind: 'unreadable' }
  /** Records that do not hold to their schema, of so many. */
  | { readonly kind: 'records'; readonly quarantined: number }

export interface RoomReport {
  readonly id: string
  readonly snapshotSequence: number
  readonly snapshotBytes: number
  readonly logRows: number
  readonly logBytes: number
  /** Of the last update. */
  readonly sequence: number
  /** Records of the board; null where it cannot be read. */
  readonly records: number | null
  /** What the board takes in memory (`DocumentSize`); null where it cannot be read. */
  readonly structs: number | null
  readonly people: number
  readonly damage: readonly Damage[]
}

const CountRow = z.object({ count: z.number() })

/** Ids of all rooms, oldest first. */
export function roomIdsIn(database: SqliteReader): string[] {
  return database.all(IdRow, 'SELECT id FROM room ORDER BY created_at, id').map(({ id }) => id)
}

/** Reads one room whole: sizes, and everything that loading it would find. null when it is gone since. */
export function inspectRoom(database: SqliteReader, id: string): RoomReport | null {
  const stored = database.together(() => {
    if (database.all(IdRow, 'SELECT id FROM room WHERE id = ?', id).length === 0) return null
    const rows = (table: string) =>
      database.all(BytesRow, `SELECT sequence, bytes, checksum FROM ${table} WHERE room_id = ? ORDER BY sequence`, id)
    const people = 'SELECT count(*) AS count FROM participant WHERE room_id = ? AND demo = 0'
    return {
      snapshots: rows('room_snapshot'),
      updates: rows('room_update'),
      people: database.all(CountRow, people, id)[0]?.count ?? 0,
    }
  })
  if (stored === null) return null
  const { snapshots, updates, people } = stored
  const [snapshot = null] = snapshots
  const damage: Damage[] = []
  const roomId = RoomId.safeParse(id)
  const wrong = [...snapshots, ...updates].filter(
    ({ sequence, bytes, checksum }) => !roomId.success || checksumOf(roomId.data, sequence, bytes) !== checksum,
  ).length
  if (wrong > 0) damage.push({ kind: 'checksum', rows: wrong })
  const gaps = gapsIn(updates, snapshot?.sequence ?? 0)
  if (gaps > 0) damage.push({ kind: 'gap', places: gaps })
  if (snapshot === null && updates.length === 0) damage.push({ kind: 'empty' })
  let read: Readout = { records: null, structs: null, damage: [] }
  // Bytes that do not hold are not decoded: nothing follows from what comes of them.
  if (damage.length === 0) {
    read = readRecords({ snapshot, updates })
    damage.push(...read.damage)
  }
  return {
    id,
    snapshotSequence: snapshot?.sequence ?? 0,
    snapshotBytes: snapshot?.bytes.byteLength ?? 0,
    logRows: updates.length,
    logBytes: updates.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
    sequence: updates.at(-1)?.sequence ?? snapshot?.sequence ?? 0,
    records: read.records,
    structs: read.structs,
    people,
    damage,
  }
}

function gapsIn(updates: readonly StoredUpdate[], covered: number): number {
  let gaps = 0
  let last = covered
  for (const { sequence } of updates) {
    if (sequence !== last + 1) gaps += 1
    last = sequence
  }
  return gaps
}

type Readout = Pick<RoomReport, 'records' | 'structs' | 'damage'>

function readRecords({
  snapshot,
  updates,
}: {
  snapshot: StoredUpdate | null
  updates: readonly StoredUpdate[]
}): Readout {
  try {
    const board = readStoredDocument({ epoch: '', snapshot, updates, clients: new Map(), retired: new Set() })
    const { records, quarantined } = readBoard(board)
    const structs = structsOf(board.doc)
    board.doc.destroy()
    const damage: Damage[] = quarantined.length === 0 ? [] : [{ kind: 'records', quarantined: quarantined.length }]
    return { records: records.size, structs, damage }
  } catch (error) {
    if (error instanceof UnreadableDocumentError)
      return { records: null, structs: null, damage: [{ kind: 'unreadable' }] }
    throw error
  }
}
