import { z } from 'zod'
import { ShapeId } from '../ids/recordId.ts'
import { Basis } from './enumerations.ts'
import { shapeKind, STORED_LIST_LIMIT } from './shapeKind.ts'

/** 1 lastig, 2 moeilijk, 3 hierdoor haakte ik af. */
export const Severity = z.union([z.literal(1), z.literal(2), z.literal(3)])
export type Severity = z.infer<typeof Severity>

/** Something that goes wrong for the person, in her own words (NL: Knelpunt). */
export const painPoint = shapeKind('pain-point', {
  texts: {
    title: 120,
    /** basis data: which source, which year, how many people. */
    source: 120,
  },
  fields: {
    severity: Severity,
    basis: Basis,
    /** Who can change it, not who is guilty; one may be gone. */
    actorIds: z.array(ShapeId).max(STORED_LIST_LIMIT),
  },
  defaults: { severity: 1, basis: 'assumption', actorIds: [] },
  size: { w: 200, h: 130 },
})
export type PainPoint = z.infer<typeof painPoint.schema>
