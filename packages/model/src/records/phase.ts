import { z } from 'zod'
import { PhaseKey } from './enumerations.ts'
import { shapeKind } from './shapeKind.ts'

/**
 * A column of a journey (NL: Fase). Its parent is the journey; `x` and `w` of its geometry are the column, half-open, and its
 * `h` is the height of the header. `order` is unique per journey; readers sort by order, then by id.
 */
export const phase = shapeKind('phase', {
  texts: { title: 40 },
  fields: { key: PhaseKey, order: z.number().int().min(0).max(1000) },
  defaults: { key: 'custom', order: 0 },
  size: { w: 400, h: 48 },
})
export type Phase = z.infer<typeof phase.schema>
