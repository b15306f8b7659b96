import type { BoardBinding } from '../records/binding.ts'
import type { BoardRecord, BoardShape } from '../records/recordKinds.ts'

/** By its id, because `arrow` is the type of a shape and of a binding. */
export function isShape(record: BoardRecord): record is BoardShape {
  return record.id.startsWith('shape:')
}

export function isBinding(record: BoardRecord): record is BoardBinding {
  return record.id.startsWith('binding:')
}
