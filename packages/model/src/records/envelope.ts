import { z } from 'zod'
import { BindingId, PageId, ParentId, ShapeId } from '../ids/recordId.ts'

/** Farthest a shape may lie from the origin of its page, in board pixels (reliability.md C5.6). */
export const COORDINATE_LIMIT = 1_000_000

/** Longest order key of a record, in UTF-16 units. */
export const ORDER_KEY_MAX = 200

const coordinate = z.number().min(-COORDINATE_LIMIT).max(COORDINATE_LIMIT)

/**
 * Place and size of a shape as one value: `[x, y, rotation, w, h]`. Pixels relative to the parent's origin, rotation in
 * radians clockwise about the shape's own top left corner; `w` and `h` are 0 for kinds that have no size of their own
 * (arrow, line, draw, note, group). One value and not five keys: consecutive writes to one key merge (design.md, Document).
 */
export const Geometry = z.tuple([
  coordinate,
  coordinate,
  z.number().min(-100).max(100),
  coordinate.min(0),
  coordinate.min(0),
])
export type Geometry = z.infer<typeof Geometry>

/** What tldraw and we keep beside the domain's fields; small plain values only. */
export const Meta = z.record(z.string().max(64), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
export type Meta = z.infer<typeof Meta>

/** Fields that every shape has, whatever its kind. */
export const shapeEnvelope = {
  id: ShapeId,
  parentId: ParentId,
  /** Fractional order among siblings, tldraw's `IndexKey`; higher lies on top. */
  index: z.string().min(1).max(ORDER_KEY_MAX),
  geometry: Geometry,
  isLocked: z.boolean(),
  opacity: z.number().min(0).max(1),
  meta: Meta,
}
/** Keys of `shapeEnvelope` and the kind's name: no kind may have a field of these names. */
export const shapeEnvelopeKeys = ['id', 'type', ...Object.keys(shapeEnvelope).filter((key) => key !== 'id')] as const

export const bindingEnvelope = {
  id: BindingId,
  fromId: ShapeId,
  toId: ShapeId,
  meta: Meta,
}

/** A sheet of the board. */
export const Page = z.looseObject({
  id: PageId,
  type: z.literal('page'),
  name: z.string().max(120),
  index: z.string().min(1).max(ORDER_KEY_MAX),
  meta: Meta,
})
export type Page = z.infer<typeof Page>
