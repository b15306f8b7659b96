import type { MouseEventHandler, ReactNode } from 'react'
import { Link } from 'react-router'

interface Props {
  readonly to: string
  readonly children: ReactNode
  readonly purpose?: 'primary' | 'secondary' | 'subtle'
  readonly icon?: ReactNode
  /** A file that the server gives: a plain link, kept under this name. */
  readonly download?: boolean
  /** Called before the link is followed; what prevents the event's default follows it in its own way. */
  readonly onClick?: MouseEventHandler<HTMLAnchorElement>
}

/** A link that looks like a button: it goes somewhere and does nothing. */
export function LinkButton({ to, children, purpose, icon, download = false, onClick }: Props) {
  const className = purpose === undefined ? 'nl-button' : `nl-button nl-button--${purpose}`
  const content = (
    <>
      {icon === undefined ? null : <span className="nl-button__icon-start">{icon}</span>}
      <span className="nl-button__label">{children}</span>
    </>
  )
  return download ? (
    <a className={className} href={to} download>
      {content}
    </a>
  ) : (
    <Link className={className} to={to} onClick={onClick}>
      {content}
    </Link>
  )
}
