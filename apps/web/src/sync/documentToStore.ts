import { equalityDeep } from 'lib0/function'
import type * as Y from 'yjs'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readRecord, type Quarantined } from '@samenreis/model/document/read'
import type { Splice } from '@samenreis/model/document/splice'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import type { RecordId } from '@samenreis/model/ids/recordId'
import type { Page } from '@samenreis/model/records/envelope'
import { isShape } from '@samenreis/model/records/recordClass'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import { Placement } from './Placement.ts'
import { toCanvas, type SharedRecord } from './tldrawRecord.ts'

/** Which fields of a record changed; `all` = it came, went, or must be looked at as a whole. */
export type ChangedFields = ReadonlySet<string> | 'all'
/** Changed records of the document by their key there, which may be no id of ours. */
export type DocumentChanges = ReadonlyMap<string, ChangedFields>

/** What changed in the records of the document, from the events of one transaction. */
export function documentChanges(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): DocumentChanges {
  const changes = new Map<string, Set<string> | 'all'>()
  for (const event of events) {
    const [id, field] = event.path
    if (typeof id !== 'string') for (const key of event.changes.keys.keys()) changes.set(key, 'all')
    else if (changes.get(id) !== 'all') {
      const fields = changes.get(id)
      const known = fields instanceof Set ? fields : new Set<string>()
      for (const name of typeof field === 'string' ? [field] : event.changes.keys.keys()) known.add(name)
      changes.set(id, known)
    }
  }
  return changes
}

/** How texts changed, by `<record> <field>`: splices to apply one after the other. */
export type TextSplices = ReadonlyMap<string, readonly Splice[]>

/** The splices of one transaction, as exact as they were made: what stands between two of them is nobody's change. */
export function textSplices(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): TextSplices {
  const splices = new Map<string, readonly Splice[]>()
  for (const event of events) {
    const [id, field] = event.path
    if (typeof id === 'string' && typeof field === 'string')
      splices.set(`${id} ${field}`, splicesOf(event.changes.delta))
  }
  return splices
}

function splicesOf(delta: Y.YEvent<Y.AbstractType<unknown>>['changes']['delta']): readonly Splice[] {
  const splices: Splice[] = []
  let index = 0
  for (const { retain = 0, insert, delete: remove = 0 } of delta) {
    index += retain
    if (typeof insert === 'string') {
      splices.push({ index, remove: 0, insert })
      index += insert.length
    }
    if (remove > 0) splices.push({ index, remove, insert: '' })
  }
  return splices
}

/** A record to show, and which of its fields are news. */
export interface PutRecord {
  readonly record: SharedRecord
  readonly fields: ChangedFields
}

/** A record that is not shown any more, as it last was; null = it never was. */
export interface GoneRecord {
  readonly id: RecordId
  readonly record: BoardRecord | null
}

/** What the store must do to show the document. */
export interface StoreChanges {
  readonly put: readonly PutRecord[]
  readonly remove: readonly GoneRecord[]
}

/**
 * Reads the document for tldraw's store: which records to put, which to take away. Touches neither of the two. Repairs what it
 * shows: a bad record is set aside alone (F19), a shape without a place stands on the first page, a binding waits for its ends.
 */
export class DocumentReader {
  private readonly board: BoardDocument
  /** Why tldraw's store would not take this record, as names of fields; null = it would. */
  private readonly refusal: (record: SharedRecord) => readonly string[] | null
  private readonly placement = new Placement()
  private readonly records = new Map<RecordId, BoardRecord>()
  private readonly shown = new Set<RecordId>()
  private readonly setAside = new Map<string, Quarantined>()
  /** Shapes that stand on the first page because their own place is gone. */
  private readonly homeless = new Set<RecordId>()
  private standIn = false

  constructor(board: BoardDocument, refusal: (record: SharedRecord) => readonly string[] | null) {
    this.board = board
    this.refusal = refusal
  }

  /** Every record of the document, as if all had changed. */
  readAll(): StoreChanges {
    return this.read(new Map([...this.board.records.keys()].map((id) => [id, 'all'])))
  }

  /** Records that are in the document and cannot be shown. */
  quarantined(): readonly Quarantined[] {
    return [...this.setAside.values()]
  }

  /** Sets a record aside that the store refused after all. */
  setRecordAside(id: RecordId): void {
    this.setAside.set(id, { id, reason: 'invalid', fields: [] })
    this.forget(id)
    this.shown.delete(id)
  }

  /** What follows from these changes, also for records that only stand on or hold on to them. */
  read(changes: DocumentChanges): StoreChanges {
    const firstPage = this.placement.firstPage()
    const touched = new Map<RecordId, Set<string> | 'all'>()
    const before = new Map<RecordId, BoardRecord>()
    for (const [key, fields] of changes) this.readOne(key, fields, touched, before)
    // The canvas cannot be without a page: while the document has none, an empty one stands in, in this tab only.
    if (!this.placement.hasPages() || this.standIn) touch(touched, FIRST_PAGE_ID, 'all')
    if (this.placement.firstPage() !== firstPage) for (const id of this.homeless) touch(touched, id, ['parentId'])

    const put: PutRecord[] = []
    const remove: GoneRecord[] = []
    for (const [id, fields] of touched) {
      const record = this.shownRecord(id)
      const last = before.get(id) ?? this.records.get(id)
      if (record !== null) {
        put.push({ record, fields: this.shown.has(id) ? fields : 'all' })
        this.shown.add(id)
      } else if (this.shown.delete(id)) remove.push({ id, record: last ?? null })
    }
    return { put: put.sort((a, b) => layer(a.record) - layer(b.record)), remove }
  }

  /** Takes in one record and notes whom else its change concerns. */
  private readOne(
    key: string,
    fields: ChangedFields,
    touched: Map<RecordId, Set<string> | 'all'>,
    lastShown: Map<RecordId, BoardRecord>,
  ): void {
    const id = key as RecordId
    const before = this.records.get(id)
    if (before !== undefined) lastShown.set(id, before)
    const after = this.judge(key)
    if (after === null) {
      if (before === undefined) return
      this.forget(id)
    } else {
      this.records.set(id, after)
      this.placement.set(after)
    }
    touch(touched, id, fields)
    const appearedOrWent = (before === undefined) !== (after === null) || before?.type !== after?.type
    if (appearedOrWent) for (const binding of this.placement.bindingsOf(id)) touch(touched, binding, 'all')
    if (appearedOrWent || parentOf(before) !== parentOf(after)) {
      for (const child of this.placement.descendantsOf(id)) touch(touched, child, ['parentId'])
    }
  }

  private judge(key: string): BoardRecord | null {
    const stored = this.board.records.get(key)
    this.setAside.delete(key)
    if (stored === undefined) return null
    const reading = readRecord(key, stored)
    if (!reading.ok) {
      this.setAside.set(key, reading.quarantined)
      return null
    }
    const fields = this.refusal(toCanvas(reading.record))
    if (fields === null) return reading.record
    this.setAside.set(key, { id: key, reason: 'invalid', fields })
    return null
  }

  private forget(id: RecordId): void {
    this.records.delete(id)
    this.placement.delete(id)
    this.homeless.delete(id)
  }

  /** The record as it is shown now, or null when it is not. */
  private shownRecord(id: RecordId): SharedRecord | null {
    const record = this.records.get(id)
    if (id === FIRST_PAGE_ID) this.standIn = record === undefined && !this.placement.hasPages()
    if (record === undefined) return id === FIRST_PAGE_ID && this.standIn ? toCanvas(standInPage) : null
    if (record.type === 'page') return toCanvas(record)
    if (!isShape(record)) return this.placement.isBound(record) ? toCanvas(record) : null
    const parentId = this.placement.shownParent(record)
    if (parentId === record.parentId) this.homeless.delete(id)
    else this.homeless.add(id)
    return toCanvas({ ...record, parentId })
  }
}

const standInPage: Page = { id: FIRST_PAGE_ID, type: 'page', name: '', index: 'a1', meta: {} }

/** Pages before shapes before bindings: each finds what it stands on or holds. */
function layer(record: SharedRecord): number {
  return ['page', 'shape', 'binding'].indexOf(record.typeName)
}

function parentOf(record: BoardRecord | null | undefined): unknown {
  return record !== null && record !== undefined && 'parentId' in record ? record.parentId : undefined
}

function touch(
  touched: Map<RecordId, Set<string> | 'all'>,
  id: RecordId,
  fields: ChangedFields | readonly string[],
): void {
  const known = touched.get(id)
  if (known === 'all') return
  if (fields === 'all') touched.set(id, 'all')
  else touched.set(id, new Set([...(known ?? []), ...fields]))
}

/** Whether two plain values are the same in content. */
export const sameValue = equalityDeep
