import type { CSSProperties } from 'react'
import type { CardKind } from '@samenreis/model/records/enumerations'

/** A pair of colours, strong and tint, of ui/theme.css. Colour never carries meaning alone: icon and word go with it. */
export type ColourFamily = 'persona' | 'touchpoint' | 'pain-point' | 'idea' | 'actor' | 'journey' | 'matrix' | CardKind

/** Sets `--strong` and `--tint` for an element and all in it. */
export function familyStyle(family: ColourFamily): CSSProperties {
  return {
    ['--strong' as string]: `var(--kind-${family}-strong)`,
    ['--tint' as string]: `var(--kind-${family}-tint)`,
  }
}
