import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { withBreaks } from '../look/longWords.ts'

interface CardHeadProps {
  readonly icon: LucideIcon
  readonly word: string
  /** One figure at the end of the row: days, severity, votes. */
  readonly figure?: ReactNode
}

/** Top row of a card: icon and word of its kind or channel, and at the end one figure. */
export function CardHead({ icon: Icon, word, figure }: CardHeadProps) {
  return (
    <header className="card-head">
      <Icon className="card-head__icon" aria-hidden strokeWidth={2} />
      <span className="card-head__word">{withBreaks(word)}</span>
      {Boolean(figure) && <span className="card-head__figure">{figure}</span>}
    </header>
  )
}
