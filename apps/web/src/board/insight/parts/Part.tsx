import { useId, type ReactNode } from 'react'

interface Props {
  readonly title: string
  /** One sentence under the title. */
  readonly lead?: string
  readonly children: ReactNode
}

/** A part of a view under its own heading. */
export function Part({ title, lead, children }: Props) {
  const id = useId()
  return (
    <section className="insight-part" aria-labelledby={id}>
      <h3 id={id} className="insight-part__title">
        {title}
      </h3>
      {lead === undefined ? null : <p className="insight-part__lead">{lead}</p>}
      {children}
    </section>
  )
}
