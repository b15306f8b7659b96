import type { ReactNode } from 'react'

/** The two tones of a drawing on its ground. */
export interface Tones {
  readonly deep: string
  readonly light: string
}

/** One drawing: its colours, and what it is made of in a field of 48 by 48. */
export interface AvatarDrawing extends Tones {
  readonly ground: string
  readonly draw: (tones: Tones) => ReactNode
}
