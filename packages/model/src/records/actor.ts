import type { z } from 'zod'
import { ActorKind } from './enumerations.ts'
import { shapeKind } from './shapeKind.ts'

/** An organisation or a group that takes part in a journey (NL: Organisatie of groep). */
export const actor = shapeKind('actor', {
  texts: { name: 80, contactRole: 60 },
  fields: { kind: ActorKind },
  defaults: { kind: 'other' },
  size: { w: 200, h: 88 },
})
export type Actor = z.infer<typeof actor.schema>
