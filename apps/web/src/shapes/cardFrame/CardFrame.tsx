import type { CSSProperties, ReactNode } from 'react'
import { familyStyle, type ColourFamily } from '../look/ColourFamily.ts'
import { farType, type FarType } from './farType.ts'
import './cardFrame.css'

interface CardFrameProps {
  readonly family: ColourFamily
  /** Size of the shape, in board pixels. */
  readonly w: number
  readonly h: number
  /** Its main words: how large they are set from far follows from them. */
  readonly words: string
  /** The responsible organisation does not see that this happens: dashed edge. */
  readonly unseen?: boolean
  /** Nobody knows it for sure: hatched edge. */
  readonly assumption?: boolean
  readonly children: ReactNode
}

/** Ground and edge of a card (look.md, Card). At least as high as its shape; higher when its words need it. */
export function CardFrame({ family, w, h, words, unseen = false, assumption = false, children }: CardFrameProps) {
  return (
    <div
      className="card-frame"
      style={{ ...familyStyle(family), ...farStyle(farType(words, w, h)) }}
      data-empty={words === '' || undefined}
      data-unseen={unseen || undefined}
      data-assumption={assumption || undefined}
    >
      {children}
    </div>
  )
}

function farStyle({ size, lines }: FarType): CSSProperties {
  return { ['--far-size' as string]: `${size}px`, ['--far-lines' as string]: lines }
}
