import { FIRST_PAGE_ID } from '../document/seed.ts'
import type { ShapeId } from '../ids/recordId.ts'
import type { Geometry } from '../records/envelope.ts'
import { shapeKinds, type ShapeOf, type ShapeType } from '../records/recordKinds.ts'

/**
 * A shape with everything a new one starts with and these fields over it; at the origin of the first page unless the fields
 * say otherwise.
 *
 * @throws ZodError when the fields do not hold to the kind's schema
 */
export function newShape<Type extends ShapeType>(
  type: Type,
  id: ShapeId,
  fields: Readonly<Record<string, unknown>>,
): ShapeOf<Type> {
  const { schema, defaults, size } = shapeKinds[type]
  const geometry: Geometry = [0, 0, 0, size.w, size.h]
  const envelope = { parentId: FIRST_PAGE_ID, index: 'a1', geometry, isLocked: false, opacity: 1, meta: {} }
  // The schema judged it under this very type; the compiler cannot follow a type parameter through the table.
  return schema.parse({ ...envelope, ...defaults, ...fields, id, type }) as ShapeOf<Type>
}
