import { BindingId, ShapeId, uniquePart } from '../ids/recordId.ts'
import type { ArrowBinding, BelongsTo } from '../records/binding.ts'
import { arrowBindingDefaults } from '../records/binding.ts'
import type { BoardShape, ShapeOf } from '../records/recordKinds.ts'
import type { Places } from '../document/place.ts'
import { indexKey } from './indexKey.ts'
import { newShape } from './newShape.ts'

/** The card belongs to its target; the id follows from both, so the same link is never there twice. */
export function belongsTo(fromId: ShapeId, toId: ShapeId): BelongsTo {
  const id = BindingId.parse(`binding:${uniquePart(fromId)}-${uniquePart(toId)}`)
  return { id, type: 'belongs_to', fromId, toId, meta: {} }
}

/**
 * An arrow from one shape to another, held at both ends: the first must be done before the second when both are ideas
 * (model.md B4). It stands on their common parent, else on the page, above everything there.
 *
 * @param places where both shapes are
 * @param order how many siblings lie below it
 */
export function arrowBetween(
  from: BoardShape,
  to: BoardShape,
  places: Places,
  order: number,
): [ShapeOf<'arrow'>, ArrowBinding, ArrowBinding] {
  const id = ShapeId.parse(`shape:${uniquePart(from.id)}-${uniquePart(to.id)}`)
  const parent = from.parentId === to.parentId ? from.parentId : places.pageOf(from)
  const parentShape = parent === null || !ShapeId.safeParse(parent).success ? null : places.shape(parent)
  const origin = parentShape === null ? { x: 0, y: 0 } : places.onPage(parentShape, { x: 0, y: 0 })
  const start = places.centre(from)
  const end = places.centre(to)
  const arrow = newShape('arrow', id, {
    ...(parent === null ? {} : { parentId: parent }),
    index: indexKey(order),
    geometry: [start.x - origin.x, start.y - origin.y, 0, 0, 0],
    start: { x: 0, y: 0 },
    end: { x: end.x - start.x, y: end.y - start.y },
  })
  const hold = (terminal: 'start' | 'end', toId: ShapeId): ArrowBinding => ({
    ...arrowBindingDefaults,
    id: BindingId.parse(`binding:${uniquePart(id)}-${terminal}`),
    type: 'arrow',
    fromId: id,
    toId,
    terminal,
    meta: {},
  })
  return [arrow, hold('start', from.id), hold('end', to.id)]
}
