import type { CSSProperties, ReactNode } from 'react'
import { familyStyle, type ColourFamily } from '../look/ColourFamily.ts'
import './cardFrame.css'

interface CardFrameProps {
  readonly family: ColourFamily
  /** Height of the shape, in board pixels. */
  readonly h: number
  /** Nothing was typed yet: dashed outline. */
  readonly empty?: boolean
  /** The responsible organisation does not see that this happens: dashed edge. */
  readonly unseen?: boolean
  /** Nobody knows it for sure: hatched edge. */
  readonly assumption?: boolean
  readonly children: ReactNode
}

/** Height of a line of words seen from far, and of the icon row above them with the padding (cardFrame.css). */
const FAR_LINE = 23 * 1.08
const FAR_HEAD = 7 + 24 + 2 + 7

/** Ground and edge of a card (look.md, Card). At least as high as its shape; higher when its words need it. */
export function CardFrame({ family, h, empty = false, unseen = false, assumption = false, children }: CardFrameProps) {
  return (
    <div
      className="card-frame"
      style={{ ...familyStyle(family), ...farLines(h) }}
      data-empty={empty || undefined}
      data-unseen={unseen || undefined}
      data-assumption={assumption || undefined}
    >
      {children}
    </div>
  )
}

/** Lines that fit when the card is seen from far; a longer text ends in dots there. */
function farLines(h: number): CSSProperties {
  return { ['--far-lines' as string]: Math.max(1, Math.floor((h - FAR_HEAD) / FAR_LINE)) }
}
