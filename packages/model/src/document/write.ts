import * as Y from 'yjs'
import { equalityDeep } from 'lib0/function'
import type { RecordId } from '../ids/recordId.ts'
import { textFieldsOf, type BoardRecord } from '../records/recordKinds.ts'
import type { BoardDocument, FieldValue } from './BoardDocument.ts'
import { spliceBetween } from './splice.ts'

/**
 * Adds a record, or makes the stored one equal to it field by field: only what differs is written, texts as the smallest
 * splice, fields that the given record does not name stay. Call inside `board.transact`.
 */
export function putRecord(board: BoardDocument, record: BoardRecord): void {
  const stored = board.records.get(record.id)
  if (stored === undefined) board.records.set(record.id, newFields(record))
  else writeFields(stored, record)
}

/** Changes fields of a stored record; a record that is gone stays gone. Call inside `board.transact`. */
export function changeRecord(board: BoardDocument, id: RecordId, changes: Readonly<Record<string, unknown>>): void {
  const stored = board.records.get(id)
  if (stored === undefined) return
  writeFields(stored, { ...changes, type: stored.get('type') })
}

/** Takes a record off the board, with what others may be writing in it at this moment. Call inside `board.transact`. */
export function removeRecord(board: BoardDocument, id: RecordId): void {
  board.records.delete(id)
}

function newFields(record: BoardRecord): Y.Map<FieldValue> {
  const { id: _id, ...fields } = record as BoardRecord & Record<string, unknown>
  const texts = new Set(textFieldsOf(record.type))
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return new Y.Map(
    entries.map(([name, value]): [string, FieldValue] => [
      name,
      texts.has(name) && typeof value === 'string' ? new Y.Text(value) : (value as FieldValue),
    ]),
  )
}

function writeFields(stored: Y.Map<FieldValue>, fields: Readonly<Record<string, unknown>>): void {
  const texts = new Set(textFieldsOf(String(fields['type'])))
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'id' || value === undefined) continue
    if (texts.has(name) && typeof value === 'string') writeText(stored, name, value)
    else if (!equalityDeep(stored.get(name), value)) stored.set(name, value as FieldValue)
  }
}

function writeText(stored: Y.Map<FieldValue>, name: string, value: string): void {
  const text = stored.get(name)
  if (!(text instanceof Y.Text)) {
    stored.set(name, new Y.Text(value))
    return
  }
  const splice = spliceBetween(text.toString(), value)
  if (splice === null) return
  if (splice.remove > 0) text.delete(splice.index, splice.remove)
  if (splice.insert !== '') text.insert(splice.index, splice.insert)
}
