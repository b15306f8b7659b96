import './notice.css'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** What kind of news it is; the icon says so beside the colour. */
export type NoticeTone = 'info' | 'positive' | 'warning' | 'negative'

const icons = { info: Info, positive: CircleCheck, warning: TriangleAlert, negative: CircleAlert }

interface Props {
  readonly tone: NoticeTone
  readonly title?: string
  readonly children?: ReactNode
  /** Read out at once when it appears: for what came up after something one did. */
  readonly announce?: boolean
}

/** One calm piece of news on the page. */
export function Notice({ tone, title, children, announce = false }: Props) {
  const Icon = icons[tone]
  return (
    <div className={`notice notice--${tone}`} {...(announce ? { role: 'alert' } : {})}>
      <Icon className="notice__icon" aria-hidden />
      <div className="notice__text">
        {title === undefined ? null : <strong>{title}</strong>}
        {children}
      </div>
    </div>
  )
}
