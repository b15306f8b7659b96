import type { z } from 'zod'
import { shapeKind } from './shapeKind.ts'

/** Effort against impact (NL: Moeite-en-winst-bord): effort left to right 1…5, impact bottom to top 1…5. */
export const matrix = shapeKind('matrix', {
  texts: { title: 80 },
  fields: {},
  defaults: {},
  // A fifth is as wide as a card: what lies in a cell covers no other.
  size: { w: 1040, h: 1040 },
})
export type Matrix = z.infer<typeof matrix.schema>
