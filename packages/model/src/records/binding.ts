import { z } from 'zod'
import { bindingEnvelope } from './envelope.ts'

/** A card belongs to its target (NL: Hoort bij …): made by dropping it there or by choosing it in the panel (model.md B0.3). */
export const BelongsTo = z.looseObject({ ...bindingEnvelope, type: z.literal('belongs_to') })
export type BelongsTo = z.infer<typeof BelongsTo>

/** One end of an arrow holds on to a shape. `fromId` is the arrow, `toId` the shape; tldraw's own binding. */
export const ArrowBinding = z.looseObject({
  ...bindingEnvelope,
  type: z.literal('arrow'),
  terminal: z.enum(['start', 'end']),
  normalizedAnchor: z.looseObject({ x: z.number().min(-100).max(100), y: z.number().min(-100).max(100) }),
  isExact: z.boolean(),
  isPrecise: z.boolean(),
  snap: z.enum(['center', 'edge-point', 'edge', 'none']),
})
export type ArrowBinding = z.infer<typeof ArrowBinding>

/** What readers fill in when a binding lacks a field. */
export const arrowBindingDefaults = {
  normalizedAnchor: { x: 0.5, y: 0.5 },
  isExact: false,
  isPrecise: false,
  snap: 'none',
} as const

export const bindingKinds = { belongs_to: BelongsTo, arrow: ArrowBinding } as const
export type BindingType = keyof typeof bindingKinds
export type BoardBinding = BelongsTo | ArrowBinding
