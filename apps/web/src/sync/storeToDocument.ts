import type { TLStore } from 'tldraw'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import type { Geometry } from '@samenreis/model/records/envelope'
import { changeRecord, putRecord, removeRecord } from '@samenreis/model/document/write'
import { parseRecordId, type RecordId } from '@samenreis/model/ids/recordId'
import { judgeRecord } from '@samenreis/model/document/read'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import type { LocalChange } from './LocalChanges.ts'
import {
  isSharedRecord,
  roundedGeometry,
  toFields,
  type FieldsByName,
  type Precision,
  type SharedRecord,
} from './tldrawRecord.ts'
import type { UnknownFields } from './UnknownFields.ts'

/** What a write did. */
export interface Written {
  /** Shapes whose place was written in whole pixels only. */
  readonly rounded: readonly RecordId[]
  /** Records that the document may not hold as they are; nothing of their change was written. */
  readonly refused: readonly RecordId[]
}

/**
 * Writes the user's changes into the document. Call inside `board.transact`.
 *
 * @param unknown of records that were taken away here before; kept up
 */
export function writeChanges(
  board: BoardDocument,
  store: TLStore,
  changes: ReadonlyMap<RecordId, LocalChange>,
  precision: Precision,
  unknown: UnknownFields,
): Written {
  const rounded: RecordId[] = []
  const refused: RecordId[] = []
  for (const [id, change] of changes) {
    const record = sharedRecord(store, id)
    const stored = board.records.has(id)
    if (record === null) {
      if (stored && change.removed) {
        unknown.keep(board, id)
        removeRecord(board, id)
      }
      continue
    }
    if (!stored && !change.created) continue
    const all = preciseFields(record, change.created && !stored ? 'hundredth' : precision)
    const fields = change.created ? all : only(all, change.fields)
    if (!isAcceptable(id, all)) {
      refused.push(id)
      continue
    }
    if (stored) changeRecord(board, id, fields)
    else {
      putRecord(board, { ...all, id } as unknown as BoardRecord)
      unknown.giveBack(board, id)
    }
    if (precision === 'pixel' && 'geometry' in fields && stored) rounded.push(id)
  }
  return { rounded, refused }
}

/** Writes the named texts of records as smallest splices. Call inside `board.transact`. */
export function writeTexts(
  board: BoardDocument,
  store: TLStore,
  texts: readonly (readonly [RecordId, readonly string[]])[],
): readonly RecordId[] {
  const refused: RecordId[] = []
  for (const [id, names] of texts) {
    const record = sharedRecord(store, id)
    if (record === null || !board.records.has(id)) continue
    const fields = toFields(record)
    if (isAcceptable(id, fields)) changeRecord(board, id, only(fields, new Set(names)))
    else refused.push(id)
  }
  return refused
}

/** The record of this id when it is one that the document shares. */
export function sharedRecord(store: TLStore, id: RecordId): SharedRecord | null {
  const record = store.unsafeGetWithoutCapture(id as unknown as SharedRecord['id'])
  return record !== undefined && isSharedRecord(record) ? record : null
}

function preciseFields(record: SharedRecord, precision: Precision): FieldsByName {
  const fields = toFields(record)
  const geometry = fields['geometry']
  return geometry === undefined ? fields : { ...fields, geometry: roundedGeometry(geometry as Geometry, precision) }
}

/** The server refuses a whole frame for one bad record, and with it this tab's document (F04): such a change stays here. */
function isAcceptable(id: RecordId, fields: FieldsByName): boolean {
  return parseRecordId(id) !== null && judgeRecord(id, fields).ok
}

function only(fields: FieldsByName, names: ReadonlySet<string>): FieldsByName {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.has(name)))
}
