import type { CSSProperties, ReactNode } from 'react'
import type { Basis } from '@samenreis/model/records/enumerations'
import { familyStyle, type ColourFamily } from '../look/ColourFamily.ts'
import { withBreaks } from '../look/longWords.ts'
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
  /**
   * Where what it says comes from; `none` for a card that claims nothing that happened (an idea, a question). What nobody knows
   * for sure has a hatched edge. The filter reads it from the style sheet, so that no card renders for it.
   */
  readonly basis?: Basis | 'none'
  readonly children: ReactNode
}

/** Ground and edge of a card (look.md, Card). At least as high as its shape; higher when its words need it. */
export function CardFrame({ family, w, h, words, unseen = false, basis, children }: CardFrameProps) {
  const far = farType(withBreaks(words), w, h)
  return (
    <div
      className="card-frame"
      style={{ ...familyStyle(family), ...farStyle(far) }}
      data-far-cut={far.isCut || undefined}
      data-empty={words === '' || undefined}
      data-unseen={unseen || undefined}
      data-basis={basis}
    >
      {children}
    </div>
  )
}

function farStyle({ size, lines }: FarType): CSSProperties {
  return { ['--far-size' as string]: `${size}px`, ['--far-lines' as string]: lines }
}
