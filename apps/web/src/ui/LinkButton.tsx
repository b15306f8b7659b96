import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface Props {
  readonly to: string
  readonly children: ReactNode
  readonly purpose?: 'primary' | 'secondary' | 'subtle'
  readonly icon?: ReactNode
  /** A file that the server gives: a plain link, kept under this name. */
  readonly download?: boolean
}

/** A link that looks like a button: it goes somewhere and does nothing. */
export function LinkButton({ to, children, purpose, icon, download = false }: Props) {
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
    <Link className={className} to={to}>
      {content}
    </Link>
  )
}
