import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readRecord } from '@samenreis/model/document/read'
import { textFieldsOf } from '@samenreis/model/records/recordKinds'
import * as Y from 'yjs'

/** What a transaction did to the records of a board. */
export type ContentCheck =
  | { readonly ok: true; readonly touched: ReadonlySet<string> }
  /** `detail` names records and fields, never their values. */
  | { readonly ok: false; readonly detail: string }

/**
 * Judges every record that the transaction made or changed (reliability.md C5.5, C5.6). Records that it took away, and
 * changes inside something that is gone, need no judging.
 */
export function checkContent(board: BoardDocument, transaction: Y.Transaction): ContentCheck {
  const touched = new Set<string>()
  for (const [type, keys] of transaction.changed) {
    const place = placeOf(board, type)
    if (place === null) return { ok: false, detail: 'outside records' }
    if (place.record !== null) touched.add(place.record)
    else for (const key of keys) if (key !== null) touched.add(String(key))
  }
  for (const id of touched) {
    const fields: unknown = board.records.get(id)
    if (fields === undefined) continue
    const problem = problemOfRecord(id, fields)
    if (problem !== null) return { ok: false, detail: problem }
  }
  return { ok: true, touched }
}

/** Where a shared type stands: the records themselves (`record: null`) or inside one record. null = nowhere on a board. */
function placeOf(board: BoardDocument, type: { readonly _item: Y.Item | null }): { record: string | null } | null {
  if (type === board.records) return { record: null }
  let item = type._item
  while (item !== null && item.parent instanceof Y.AbstractType) {
    if (item.parent === board.records) return item.parentSub === null ? null : { record: item.parentSub }
    item = item.parent._item
  }
  return null
}

function problemOfRecord(id: string, fields: unknown): string | null {
  if (!(fields instanceof Y.Map) || fields.constructor !== Y.Map) return `${id}: no record`
  if (hasListContent(fields)) return `${id}: hidden content`
  const texts = new Set(textFieldsOf(String(fields.get('type'))))
  for (const [name, item] of fields._map) {
    if (!item.deleted && !isFieldContent(item.content, texts.has(name))) return `${id}: ${name}`
  }
  const reading = readRecord(id, fields)
  if (reading.ok) return null
  const { reason, fields: wrong } = reading.quarantined
  return [`${id}: ${reason}`, ...wrong].join(' ')
}

function isFieldContent(content: Y.Item['content'], isText: boolean): boolean {
  if (content instanceof Y.ContentAny) return !isText && content.arr.length === 1
  return isText && content instanceof Y.ContentType && content.type instanceof Y.Text && isPlainText(content.type)
}

/** Only characters: no formats, no embeds, no attributes, in which content could hide. */
function isPlainText(text: Y.Text): boolean {
  if (text.constructor !== Y.Text) return false
  for (const item of text._map.values()) if (!item.deleted) return false
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && !(item.content instanceof Y.ContentString)) return false
  }
  return true
}

function hasListContent(map: Y.Map<unknown>): boolean {
  for (let item = map._start; item !== null; item = item.right) if (!item.deleted) return true
  return false
}
