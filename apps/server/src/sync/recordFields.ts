import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import * as Y from 'yjs'

/** Reads one field of a record, raw. */
export type FieldReader = (name: string) => unknown

/** The fields of a record of a board, also of one that holds to no schema; null = there is none. */
export function recordFields(board: BoardDocument, id: string): FieldReader | null {
  const fields: unknown = board.records.get(id)
  return fields instanceof Y.Map ? (name) => fields.get(name) : null
}
