import * as Y from 'yjs'
import type { BoardDocument, FieldValue } from '@samenreis/model/document/BoardDocument'
import type { RecordId } from '@samenreis/model/ids/recordId'
import { isKnownField } from './tldrawRecord.ts'

/**
 * What records that this tab took away said in fields that this version does not know. tldraw's history never had them; a record that
 * comes back by undo has them again (reliability.md F17).
 */
export class UnknownFields {
  private readonly kept = new Map<RecordId, ReadonlyMap<string, FieldValue>>()

  /** The record is about to be taken away. */
  keep(board: BoardDocument, id: RecordId): void {
    const unknown = new Map<string, FieldValue>()
    const stored = board.records.get(id)
    const type = String(stored?.get('type'))
    for (const [name, value] of stored?.entries() ?? []) {
      // A text of the document cannot be put into it a second time.
      if (!isKnownField(type, name)) unknown.set(name, value instanceof Y.Text ? value.clone() : value)
    }
    if (unknown.size > 0) this.kept.set(id, unknown)
  }

  /** The record was just put back. */
  giveBack(board: BoardDocument, id: RecordId): void {
    for (const [name, value] of this.kept.get(id) ?? []) board.records.get(id)?.set(name, value)
    this.kept.delete(id)
  }
}
