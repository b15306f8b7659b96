import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readRecord } from '@samenreis/model/document/read'
import { Geometry } from '@samenreis/model/records/envelope'
import { textFieldsOf } from '@samenreis/model/records/recordKinds'
import * as Y from 'yjs'
import { partsOfRecord } from './LargeValues.ts'
import type { SyncLimits } from './limits.ts'
import { SHAPE_PREFIX } from './moveOf.ts'

/** What a transaction did to the records of a board. */
export type ContentCheck =
  /** `touched`: made, changed or taken away; `changed`: those of them of which not the place alone is new. */
  | { readonly ok: true; readonly touched: ReadonlySet<string>; readonly changed: readonly string[] }
  /** `detail` names records and fields, never their values. */
  | { readonly ok: false; readonly detail: string }

/** Records of one document that were judged and found good as they are now. A document that is made anew has none. */
export type SoundRecords = WeakSet<object>

/**
 * Judges every record that the transaction made or changed (reliability.md C5.5, C5.6). Records that it took away, and
 * changes inside something that is gone, need no judging.
 * @param sound kept up by this function, which must see every transaction of the document
 */
export function checkContent(
  board: BoardDocument,
  transaction: Y.Transaction,
  sound: SoundRecords,
  { valuePartsPerRecord }: Pick<SyncLimits, 'valuePartsPerRecord'>,
): ContentCheck {
  /** What of each record changed: its place and size alone, or anything. */
  const touched = new Map<string, 'moved' | 'changed'>()
  for (const [type, keys] of transaction.changed) {
    const place = placeOf(board, type)
    if (place === null) return { ok: false, detail: 'outside records' }
    if (place.record === null) for (const key of keys) if (key !== null) touched.set(String(key), 'changed')
    if (place.record === null) continue
    const record: unknown = board.records.get(place.record)
    const isMove = keys.size === 1 && keys.has('geometry') && type === record
    touched.set(place.record, isMove && !touched.has(place.record) ? 'moved' : 'changed')
  }
  for (const [id, what] of touched) {
    const fields: unknown = board.records.get(id)
    if (fields === undefined) continue
    if (what === 'moved' && isSoundMove(id, fields, sound)) continue
    if (typeof fields === 'object' && fields !== null) sound.delete(fields)
    const problem = problemOfRecord(id, fields, valuePartsPerRecord)
    if (problem !== null) return { ok: false, detail: problem }
    if (fields instanceof Y.Map) sound.add(fields)
  }
  const changed = [...touched].filter(([, what]) => what === 'changed').map(([id]) => id)
  return { ok: true, touched: new Set(touched.keys()), changed }
}

/**
 * What is sent most, judged by what changed: a shape that was good stays good when its place and size are, because no schema
 * of a shape looks at two fields at once. Any doubt, and it is judged whole.
 */
function isSoundMove(id: string, fields: unknown, sound: SoundRecords): boolean {
  if (!id.startsWith(SHAPE_PREFIX) || !(fields instanceof Y.Map) || !sound.has(fields)) return false
  const item = fields._map.get('geometry')
  if (item === undefined || item.deleted || !(item.content instanceof Y.ContentAny)) return false
  return item.content.arr.length === 1 && Geometry.safeParse(item.content.arr[0]).success
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

function problemOfRecord(id: string, fields: unknown, mostParts: number): string | null {
  if (!(fields instanceof Y.Map) || fields.constructor !== Y.Map) return `${id}: no record`
  if (hasListContent(fields)) return `${id}: hidden content`
  if (partsOfRecord(fields, mostParts) > mostParts) return `${id}: values: too many parts`
  const type = fields.get('type')
  const texts = new Set(typeof type === 'string' ? textFieldsOf(type) : [])
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
