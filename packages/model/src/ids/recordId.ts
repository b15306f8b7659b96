import { z } from 'zod'

/**
 * Ids of records on the board. They are tldraw's own form, `<type name>:<unique part>`, so that a record keeps one id from
 * the canvas to the export.
 */
const UNIQUE_PART = '[A-Za-z0-9_-]{1,64}'

export const ShapeId = z
  .string()
  .regex(new RegExp(`^shape:${UNIQUE_PART}$`))
  .brand<'ShapeId'>()
export type ShapeId = z.infer<typeof ShapeId>

export const BindingId = z
  .string()
  .regex(new RegExp(`^binding:${UNIQUE_PART}$`))
  .brand<'BindingId'>()
export type BindingId = z.infer<typeof BindingId>

export const PageId = z
  .string()
  .regex(new RegExp(`^page:${UNIQUE_PART}$`))
  .brand<'PageId'>()
export type PageId = z.infer<typeof PageId>

/** What a shape can stand on: a page, or another shape (frame, group, journey). */
export const ParentId = z.union([ShapeId, PageId])
export type ParentId = z.infer<typeof ParentId>

export type RecordId = ShapeId | BindingId | PageId

/** The id as a record id with its class (the word before the colon), or null when it is not one of ours. */
export function parseRecordId(
  id: string,
): { class: 'shape'; id: ShapeId } | { class: 'binding'; id: BindingId } | { class: 'page'; id: PageId } | null {
  const shape = ShapeId.safeParse(id)
  if (shape.success) return { class: 'shape', id: shape.data }
  const binding = BindingId.safeParse(id)
  if (binding.success) return { class: 'binding', id: binding.data }
  const page = PageId.safeParse(id)
  return page.success ? { class: 'page', id: page.data } : null
}

/** The part after the colon: `shape:i1` -> `i1`. */
export function uniquePart(id: RecordId): string {
  return id.slice(id.indexOf(':') + 1)
}
