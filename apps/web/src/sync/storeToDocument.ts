import type { TLStore } from 'tldraw'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { changeRecord, putRecord, removeRecord } from '@samenreis/model/document/write'
import { parseRecordId, type RecordId } from '@samenreis/model/ids/recordId'
import { judgeRecord } from '@samenreis/model/document/read'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import { textFieldsOf } from '@samenreis/model/records/recordKinds'
import {
  changedFields,
  isSharedRecord,
  roundedGeometry,
  toFields,
  type FieldsByName,
  type Precision,
  type SharedRecord,
} from './tldrawRecord.ts'
import type { Geometry } from '@samenreis/model/records/envelope'

/** What the user did to one record since it was last written. */
interface LocalChange {
  created: boolean
  removed: boolean
  readonly fields: Set<string>
}

/**
 * Changes of the user that are not in the document yet. Only names are kept: what is written is what the store holds when it is
 * written, so a change that was taken back in the same turn (tldraw does that when it copies) never leaves this tab.
 */
export class LocalChanges {
  private readonly changes = new Map<RecordId, LocalChange>()

  noteCreated({ id }: SharedRecord): void {
    this.of(id).created = true
  }

  noteRemoved({ id }: SharedRecord): void {
    this.of(id).removed = true
  }

  noteChanged(before: SharedRecord, after: SharedRecord): void {
    const fields = changedFields(before, after)
    if (fields.length === 0) return
    const change = this.of(after.id)
    for (const field of fields) change.fields.add(field)
  }

  /** A field that must be written again, whatever the user does next. */
  noteField(id: RecordId, field: string): void {
    this.of(id).fields.add(field)
  }

  isRemoved(id: RecordId): boolean {
    return this.changes.get(id)?.removed ?? false
  }

  /** Whether a record came or went, which is never put off. */
  areStructural(): boolean {
    for (const { created, removed } of this.changes.values()) if (created || removed) return true
    return false
  }

  isEmpty(): boolean {
    return this.changes.size === 0
  }

  has(id: RecordId, field: string): boolean {
    return this.changes.get(id)?.fields.has(field) ?? false
  }

  /** Ids with names of changed fields that people type in; they are not noted any more. */
  takeTexts(typeOf: (id: RecordId) => string): readonly (readonly [RecordId, readonly string[]])[] {
    const taken: [RecordId, string[]][] = []
    for (const [id, { fields, created, removed }] of this.changes) {
      if (created || removed) continue
      const texts = textFieldsOf(typeOf(id)).filter((name) => fields.delete(name))
      if (texts.length > 0) taken.push([id, texts])
      if (fields.size === 0) this.changes.delete(id)
    }
    return taken
  }

  /** Everything noted; nothing is noted any more. */
  take(): ReadonlyMap<RecordId, LocalChange> {
    const taken = new Map(this.changes)
    this.changes.clear()
    return taken
  }

  private of(canvasId: string): LocalChange {
    const id = canvasId as RecordId
    const known = this.changes.get(id) ?? { created: false, removed: false, fields: new Set() }
    this.changes.set(id, known)
    return known
  }
}

/** What a write did. */
export interface Written {
  /** Shapes whose place was written in whole pixels only. */
  readonly rounded: readonly RecordId[]
  /** Records that the document may not hold as they are; nothing of their change was written. */
  readonly refused: readonly RecordId[]
}

/** Writes the user's changes into the document. Call inside `board.transact`. */
export function writeChanges(
  board: BoardDocument,
  store: TLStore,
  changes: ReadonlyMap<RecordId, { created: boolean; removed: boolean; fields: ReadonlySet<string> }>,
  precision: Precision,
): Written {
  const rounded: RecordId[] = []
  const refused: RecordId[] = []
  for (const [id, change] of changes) {
    const record = sharedRecord(store, id)
    const stored = board.records.has(id)
    if (record === null) {
      if (stored && change.removed) removeRecord(board, id)
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
    else putRecord(board, { ...all, id } as unknown as BoardRecord)
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
