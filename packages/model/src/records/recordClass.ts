import type { BoardBinding } from './binding.ts'
import type { BoardRecord, BoardShape, ShapeOf, ShapeType } from './recordKinds.ts'

/** Whether a record is a shape. Told by its id, because `arrow` is the type of a shape and of the hold of an arrow's end. */
export function isShape(record: BoardRecord): record is BoardShape {
  return record.id.startsWith('shape:')
}

/** Whether a record holds two shapes together; told by its id, as `isShape` is. */
export function isBinding(record: BoardRecord): record is BoardBinding {
  return record.id.startsWith('binding:')
}

/** Whether a shape is of this kind. */
export function isOf<Type extends ShapeType>(shape: BoardShape, type: Type): shape is BoardShape & ShapeOf<Type> {
  return shape.type === type
}
