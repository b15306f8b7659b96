import { ParticipantId } from '../ids/participantId.ts'
import { BindingId, PageId, ParentId, ShapeId } from '../ids/recordId.ts'
import { judgeRecord } from '../document/read.ts'
import type { BoardRecord, BoardShape } from '../records/recordKinds.ts'
import { isBinding, isShape } from '../records/recordClass.ts'
import { participantReferences, shapeReferences, type ReferenceForm } from './referenceFields.ts'

/** The new name of everything that a record may name; the same name back where nothing changes. */
export interface Renaming {
  /** For ids of records: shapes, bindings, pages. */
  readonly record: (id: string) => string
  readonly participant: (id: string) => string
}

/**
 * The record with every id in it renamed: its own, its parent or ends, and its reference fields.
 *
 * @throws Error when a new name is no id of its class
 */
export function renameReferences(record: BoardRecord, { record: rename, participant }: Renaming): BoardRecord {
  if (isBinding(record)) {
    const { id, fromId, toId } = record
    const ends = { fromId: ShapeId.parse(rename(fromId)), toId: ShapeId.parse(rename(toId)) }
    return { ...record, ...ends, id: BindingId.parse(rename(id)) }
  }
  if (!isShape(record)) return { ...record, id: PageId.parse(rename(record.id)) }
  const changes = {
    ...renamedFields(record, shapeReferences[record.type], (id) => ShapeId.parse(rename(id))),
    ...renamedFields(record, participantReferences[record.type], (id) => ParticipantId.parse(participant(id))),
    parentId: ParentId.parse(rename(record.parentId)),
  }
  const reading = judgeRecord(ShapeId.parse(rename(record.id)), { ...record, ...changes })
  if (!reading.ok)
    throw new Error(`${record.id} does not hold after renaming: ${reading.quarantined.fields.join(', ')}`)
  return reading.record
}

function renamedFields(
  record: BoardShape,
  fields: Readonly<Record<string, ReferenceForm>>,
  rename: (id: string) => string,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, form]) => [name, renamedValue(record[name], form, rename)]),
  )
}

function renamedValue(value: unknown, form: ReferenceForm, rename: (id: string) => string): unknown {
  switch (form) {
    case 'one':
      return typeof value === 'string' ? rename(value) : value
    case 'list':
      return Array.isArray(value) ? value.map(String).map(rename) : value
    case 'keys':
      return typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [rename(key), each]))
        : value
  }
}
