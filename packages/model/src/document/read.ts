import * as Y from 'yjs'
import type { z } from 'zod'
import { parseRecordId, type RecordId } from '../ids/recordId.ts'
import { arrowBindingDefaults, bindingKinds, type BindingType } from '../records/binding.ts'
import { Page } from '../records/envelope.ts'
import { isShapeType, shapeKinds, type BoardRecord } from '../records/recordKinds.ts'
import type { BoardDocument, FieldValue } from './BoardDocument.ts'

/** A record that cannot be shown: kept in the document, left out of the board, reported to the facilitator. */
export interface Quarantined {
  /** As it stands in the document: possibly no id of ours. */
  readonly id: string
  readonly reason: 'unknown-id' | 'unknown-kind' | 'not-a-record' | 'invalid'
  /** Fields that do not hold, as paths; never their values (no content in logs). */
  readonly fields: readonly string[]
}

/** Records of one moment. Reading never changes the document. */
export interface BoardSnapshot {
  readonly records: ReadonlyMap<RecordId, BoardRecord>
  readonly quarantined: readonly Quarantined[]
}

/** Every record of the board. Never throws: a bad record is set aside alone (reliability.md F19). */
export function readBoard(board: BoardDocument): BoardSnapshot {
  const records = new Map<RecordId, BoardRecord>()
  const quarantined: Quarantined[] = []
  for (const [id, fields] of board.records.entries()) {
    const read = readRecord(id, fields)
    if (read.ok) records.set(read.record.id, read.record)
    else quarantined.push(read.quarantined)
  }
  return { records, quarantined }
}

export type RecordReading = { ok: true; record: BoardRecord } | { ok: false; quarantined: Quarantined }

/** One record as plain data, missing fields filled with what a new one starts with. */
export function readRecord(id: string, fields: unknown): RecordReading {
  if (!(fields instanceof Y.Map)) return { ok: false, quarantined: { id, reason: 'not-a-record', fields: [] } }
  return judgeRecord(id, plainFields(fields as Y.Map<FieldValue>))
}

/** The record that these plain fields make, or why they make none. The same rule on the wire, in a file and in the store. */
export function judgeRecord(id: string, plain: Readonly<Record<string, unknown>>): RecordReading {
  const parsedId = parseRecordId(id)
  if (parsedId === null) return { ok: false, quarantined: { id, reason: 'unknown-id', fields: [] } }
  const judge = judgeOf(parsedId.class, plain['type'])
  if (judge === null) return { ok: false, quarantined: { id, reason: 'unknown-kind', fields: ['type'] } }
  const candidate = { ...judge.defaults, ...plain, id }
  const verdict = judge.schema.safeParse(candidate)
  if (verdict.success) return { ok: true, record: candidate as BoardRecord }
  const paths = new Set(verdict.error.issues.map((issue) => issue.path.join('.')))
  return { ok: false, quarantined: { id, reason: 'invalid', fields: [...paths] } }
}

interface Judge {
  readonly schema: z.ZodType
  readonly defaults: Readonly<Record<string, unknown>>
}

const shapeDefaults = { isLocked: false, opacity: 1, meta: {} }

function judgeOf(recordClass: 'shape' | 'binding' | 'page', type: unknown): Judge | null {
  switch (recordClass) {
    case 'page':
      return type === 'page' ? { schema: Page, defaults: { meta: {} } } : null
    case 'binding':
      if (typeof type !== 'string' || !Object.hasOwn(bindingKinds, type)) return null
      return {
        schema: bindingKinds[type as BindingType],
        defaults: { meta: {}, ...(type === 'arrow' ? arrowBindingDefaults : {}) },
      }
    case 'shape': {
      if (typeof type !== 'string' || !isShapeType(type)) return null
      const kind = shapeKinds[type]
      return { schema: kind.schema, defaults: { ...shapeDefaults, ...kind.defaults } }
    }
  }
}

/** Fields with their texts as strings. Other shared types than Y.Text are none of ours and are left out. */
function plainFields(fields: Y.Map<FieldValue>): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const [name, value] of fields.entries()) {
    if (value instanceof Y.Text) plain[name] = value.toString()
    else if (!(value instanceof Y.AbstractType)) plain[name] = value
  }
  return plain
}
