import type { RecordId } from '../ids/recordId.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import type { WorkshopStep } from './WorkshopSteps.ts'

/** What an edit makes of these records: those that changed as they are then, null = gone. The given ones stay as they are. */
export function changedRecords(
  records: ReadonlyMap<RecordId, BoardRecord>,
  step: WorkshopStep,
): (readonly [RecordId, BoardRecord | null])[] {
  switch (step.kind) {
    case 'create':
    case 'bind':
      return step.records.map((record) => [record.id, record])
    case 'delete':
      return step.ids.map((id) => [id, null])
    case 'move':
    case 'type':
    case 'change': {
      const record = records.get(step.id)
      // The kind stays, so a record with one field changed is of the same kind.
      return record === undefined ? [] : [[step.id, { ...record, ...step.fields } as BoardRecord]]
    }
  }
}

/** Takes changes into a map of records. */
export function applyChanges(
  records: Map<RecordId, BoardRecord>,
  changes: readonly (readonly [RecordId, BoardRecord | null])[],
): void {
  for (const [id, record] of changes) {
    if (record === null) records.delete(id)
    else records.set(id, record)
  }
}
