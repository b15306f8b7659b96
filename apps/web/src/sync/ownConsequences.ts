import type { RecordId } from '@samenreis/model/ids/recordId'
import type { DocumentChanges, StoreChanges } from './documentToStore.ts'

/**
 * What this tab's own write means beyond itself: for other records (a parent is back, a binding has its ends), and for its own
 * where readers repair it. Everything else of it the store has already.
 *
 * @param read what the written changes would do to a store that does not have them
 * @param isHeld whether a record is in the document and in the store
 */
export function ownConsequences(
  changes: DocumentChanges,
  { put, remove }: StoreChanges,
  isHeld: (id: RecordId) => boolean,
): StoreChanges {
  const shown = new Set<string>(put.map(({ record }) => record.id))
  const hidden = [...changes.keys()].filter((id) => !shown.has(id) && isHeld(id as RecordId))
  return {
    put: put.flatMap(({ record, fields }) => {
      if (!changes.has(record.id)) return [{ record, fields }]
      return fields === 'all' || fields.has('parentId') ? [{ record, fields: new Set(['parentId']) }] : []
    }),
    remove: [
      ...remove.filter(({ id }) => !changes.has(id)),
      ...hidden.map((id) => ({ id: id as RecordId, record: null })),
    ],
  }
}
