import { useId, type ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly icon: ReactNode
  readonly children: ReactNode
}

/** One matter of the panel: a head with its icon, and what can be done about it. */
export function KeepSection({ title, icon, children }: Props) {
  const id = useId()
  return (
    <section className="keep-section" aria-labelledby={id}>
      <h2 className="keep-section__title" id={id}>
        {icon}
        {title}
      </h2>
      {children}
    </section>
  )
}
