import { useMemo, useSyncExternalStore } from 'react'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import { WatchedRecord } from './WatchedRecord.ts'

/** One record of the document as it is at this moment; null when it is gone or does not hold to its schema. */
export function useRecord(board: BoardDocument, id: ShapeId): BoardRecord | null {
  const watched = useMemo(() => new WatchedRecord(board, id), [board, id])
  return useSyncExternalStore(watched.subscribe, watched.get)
}
