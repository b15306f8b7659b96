import type { z } from 'zod'
import { shapeKind } from './shapeKind.ts'

/** Effort against impact (NL: Moeite-en-winst-bord): effort left to right 1…5, impact bottom to top 1…5. */
export const matrix = shapeKind('matrix', {
  texts: { title: 80 },
  fields: {},
  defaults: {},
  size: { w: 640, h: 640 },
})
export type Matrix = z.infer<typeof matrix.schema>
