import type { Editor, TLRecord, TLStore } from 'tldraw'
import type { RecordId } from '@samenreis/model/ids/recordId'
import type { Authorship } from './Authorship.ts'
import {
  sameValue,
  type DocumentReader,
  type PutRecord,
  type StoreChanges,
  type TextSplices,
} from './documentToStore.ts'
import type { LocalChanges } from './LocalChanges.ts'
import { sharedRecord } from './storeToDocument.ts'
import { isSharedRecord, withFields, type SharedRecord } from './tldrawRecord.ts'

export interface StoreWriterOptions {
  readonly store: TLStore
  readonly reader: DocumentReader
  readonly authorship: Authorship
  /** What the user changed and is not written yet: it stays as she sees it. */
  readonly local: LocalChanges
}

/** Shows in tldraw's store what the document says, as somebody else's work and outside the editor's history. */
export class StoreWriter {
  /** The editor whose history is to stay free of it, once there is one. */
  editor: Editor | null = null
  private readonly store: TLStore
  private readonly reader: DocumentReader
  private readonly authorship: Authorship
  private readonly local: LocalChanges
  /** Records that tldraw's own rules changed in answer to a remote change; null while none is being applied. */
  private echoes: Set<RecordId> | null = null

  constructor({ store, reader, authorship, local }: StoreWriterOptions) {
    this.store = store
    this.reader = reader
    this.authorship = authorship
    this.local = local
  }

  /** Whether the store is being written: what changes in it now, the user did not do. */
  get isWriting(): boolean {
    return this.echoes !== null
  }

  /** tldraw's rules changed a record in answer to what is being written. */
  noteEcho(id: RecordId): void {
    this.echoes?.add(id)
  }

  /** Makes these changes. @param splices how the texts changed, as exact as known */
  show(changes: StoreChanges, splices?: TextSplices): void {
    if (changes.put.length === 0 && changes.remove.length === 0) return
    const echoes = this.quietly(() => this.apply(changes, splices))
    // tldraw's rules ran here too (an arrow lets go, an empty group dissolves). Whoever made the change wrote what follows from
    // it; if every tab did, each would answer each. So the document's word stands.
    if (echoes.size > 0) this.quietly(() => this.apply(this.reader.read(wholly(echoes)), splices))
  }

  /** Takes every record away that the document shares and that is not among these. */
  keepOnly(put: readonly PutRecord[]): void {
    const shown = new Set<string>(put.map(({ record }) => record.id))
    const left = this.store.allRecords().filter((record) => isSharedRecord(record) && !shown.has(record.id))
    this.quietly(() => this.store.remove(left.map(({ id }) => id)))
  }

  /** Puts records back as the document has them; what it does not have goes. */
  takeBack(ids: readonly RecordId[], isStored: (id: RecordId) => boolean): void {
    const stored = ids.filter(isStored)
    this.quietly(() => {
      this.apply(this.reader.read(wholly(stored)))
      this.store.remove(ids.filter((id) => !isStored(id)) as unknown as TLRecord['id'][])
    })
  }

  private apply({ put, remove }: StoreChanges, splices?: TextSplices): void {
    for (const { id } of remove) this.authorship.forget(id)
    const records = put.flatMap((each) => this.merged(each, splices))
    try {
      this.store.put(records)
    } catch {
      for (const record of records) this.putAlone(record)
    }
    this.store.remove(remove.map(({ id }) => id as unknown as TLRecord['id']))
  }

  private putAlone(record: SharedRecord): void {
    try {
      this.store.put([record])
    } catch {
      this.reader.setRecordAside(record.id as unknown as RecordId)
    }
  }

  /** The record to put, or none: with what the user changed and is not written yet, and untouched where nothing is news. */
  private merged({ record, fields }: PutRecord, splices?: TextSplices): SharedRecord[] {
    const id = record.id as unknown as RecordId
    const current = sharedRecord(this.store, id)
    if (current === null) return this.local.isRemoved(id) ? [] : [record]
    const takes = (field: string): boolean => (fields === 'all' || fields.has(field)) && !this.local.holds(id, field)
    const next = withFields(current, record, takes, sameValue)
    if (next === current) return []
    this.authorship.note(current, next, 'other', splices)
    return [next]
  }

  /** Runs `change` as somebody else's, outside the editor's history. Returns what tldraw's rules changed in answer. */
  private quietly(change: () => void): ReadonlySet<RecordId> {
    const echoes = new Set<RecordId>()
    this.echoes = echoes
    try {
      const merge = (): void => this.store.mergeRemoteChanges(change)
      if (this.editor === null) merge()
      else this.editor.run(merge, { history: 'ignore', ignoreShapeLock: true })
    } finally {
      this.echoes = null
    }
    return echoes
  }
}

/** These records, to be looked at as a whole. */
function wholly(ids: Iterable<RecordId>): ReadonlyMap<RecordId, 'all'> {
  return new Map([...ids].map((id) => [id, 'all']))
}
