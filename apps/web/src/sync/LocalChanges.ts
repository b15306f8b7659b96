import type { RecordId } from '@samenreis/model/ids/recordId'
import { textFieldsOf } from '@samenreis/model/records/recordKinds'
import { changedFields, type SharedRecord } from './tldrawRecord.ts'

/** What the user did to one record since it was last written. */
export interface LocalChange {
  created: boolean
  removed: boolean
  readonly fields: Set<string>
}

/**
 * Changes of the user that are not in the document yet, or in whole pixels only. Only names are kept: what is written is what the
 * store holds when it is written, so a change that was taken back in the same turn (tldraw does that when it copies) never leaves
 * this tab.
 */
export class LocalChanges {
  private readonly changes = new Map<RecordId, LocalChange>()
  /** Shapes whose place was last written in whole pixels; the gesture's end writes it exactly. */
  private readonly rounded = new Set<RecordId>()

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

  /** The places of these shapes were written in whole pixels only. */
  noteRounded(ids: readonly RecordId[]): void {
    for (const id of ids) this.rounded.add(id)
  }

  /** Places that were written in whole pixels are to be written again, exactly. */
  wantExact(): void {
    for (const id of this.rounded) this.of(id).fields.add('geometry')
    this.rounded.clear()
  }

  isRemoved(id: RecordId): boolean {
    return this.changes.get(id)?.removed ?? false
  }

  /** Whether a record came or went, which is never put off. */
  areStructural(): boolean {
    for (const { created, removed } of this.changes.values()) if (created || removed) return true
    return false
  }

  /** Nothing was changed since the last write; places may still want to be exact. */
  isEmpty(): boolean {
    return this.changes.size === 0
  }

  /** Whether places were written in whole pixels only. */
  areRounded(): boolean {
    return this.rounded.size > 0
  }

  /** Whether the document has everything that the user did, exactly. */
  areWritten(): boolean {
    return this.isEmpty() && !this.areRounded()
  }

  /** Whether this field stands here otherwise than in the document, because the user changed it. */
  holds(id: RecordId, field: string): boolean {
    return (this.changes.get(id)?.fields.has(field) ?? false) || (field === 'geometry' && this.rounded.has(id))
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

  /** Everything noted; nothing is noted any more, except which places are rounded. */
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
