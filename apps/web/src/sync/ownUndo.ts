import type { RecordsDiff, TLRecord, TLStore } from 'tldraw'
import type { Authorship } from './Authorship.ts'
import { isSharedRecord, type SharedRecord } from './tldrawRecord.ts'

/**
 * What an undo or redo may do, out of what tldraw's history asks for. The history keeps whole records, and with them what others
 * did meanwhile; only this person's own changes are taken back (reliability.md F15):
 * - of a record that is there, her own fields and her own letters;
 * - a record that somebody else took away stays away;
 * - a record that she made stays when somebody else has written in it;
 * - a record that she took away comes back as it was; a binding only to ends that are there.
 */
function ownPart(diff: RecordsDiff<TLRecord>, store: TLStore, authorship: Authorship): RecordsDiff<TLRecord> {
  const own: RecordsDiff<TLRecord> = { added: {}, updated: {}, removed: {} }
  const isHere = (id: string): boolean => store.has(id as TLRecord['id']) || Object.hasOwn(diff.added, id)
  for (const record of Object.values(diff.added)) {
    if (isSharedRecord(record) && store.has(record.id)) continue
    if (record.typeName === 'binding' && !(isHere(record.fromId) && isHere(record.toId))) continue
    own.added[record.id as never] = (
      record.typeName === 'shape' && !isHere(record.parentId) ? { ...record, parentId: somePage(store) } : record
    ) as never
  }
  for (const [before, target] of Object.values(diff.updated)) {
    const current = store.unsafeGetWithoutCapture(target.id)
    if (!isSharedRecord(target)) own.updated[target.id as never] = [before, target] as never
    else if (current !== undefined && isSharedRecord(current)) {
      own.updated[target.id as never] = [current, takenBack(current, target, store, authorship)] as never
    }
  }
  for (const record of Object.values(diff.removed)) {
    if (isSharedRecord(record) && authorship.othersChanged(record.id)) continue
    own.removed[record.id as never] = record as never
  }
  return own
}

function takenBack(current: SharedRecord, target: SharedRecord, store: TLStore, authorship: Authorship): SharedRecord {
  const result = authorship.takenBack(current, target)
  if (result.typeName !== 'shape' || current.typeName !== 'shape' || store.has(result.parentId)) return result
  return { ...result, parentId: current.parentId }
}

function somePage(store: TLStore): string {
  return store.allRecords().find((record) => record.typeName === 'page')?.id ?? 'page:board'
}

type ApplyDiff = TLStore['applyDiff']

/**
 * Lets tldraw's history apply only the person's own part of what it takes back. The history applies its diffs through the store,
 * and it alone asks to leave out short-lived keys, which is how it is told from other callers. Returns what ends it.
 */
export function keepUndoOwn(store: TLStore, authorship: Authorship): () => void {
  const original: ApplyDiff = store.applyDiff
  const guarded: ApplyDiff = (diff, options) =>
    original.call(store, options?.ignoreEphemeralKeys === true ? ownPart(diff, store, authorship) : diff, options)
  store.applyDiff = guarded
  return () => {
    if (store.applyDiff === guarded) store.applyDiff = original
  }
}
