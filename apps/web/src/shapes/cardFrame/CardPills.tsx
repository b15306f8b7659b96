import type { LucideIcon } from 'lucide-react'
import { withBreaks } from '../look/longWords.ts'

export interface CardPill {
  /** Unlike the other pills of the card. */
  readonly key: string
  readonly word: string
  readonly icon?: LucideIcon
  /** More about it, for who points at it or has it read aloud: takes no room. */
  readonly hint?: string
}

/** Foot of a card: small white pills. */
export function CardPills({ pills }: { readonly pills: readonly CardPill[] }) {
  if (pills.length === 0) return null
  return (
    <ul className="card-pills">
      {pills.map(({ key, word, icon: Icon, hint }) => (
        <li key={key} className="card-pill" data-told={hint !== undefined || undefined} title={hint}>
          {Icon !== undefined && <Icon className="card-pill__icon" aria-hidden strokeWidth={2} />}
          {withBreaks(word)}
          {hint === undefined ? null : <span className="visually-hidden">: {hint}</span>}
        </li>
      ))}
    </ul>
  )
}
