import './journey-rows.css'
import { ChevronDown, ChevronUp, type LucideIcon } from 'lucide-react'
import { useState, type ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly icon: LucideIcon
  readonly children: ReactNode
}

/** Something that is done with a whole journey now and then: one button, and what it asks only when it is pressed. */
export function FoldedRow({ title, icon: Icon, children }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <div className="field">
      <button type="button" className="chip journey-open" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon size={18} aria-hidden="true" />
        <span>{title}</span>
        {open ? <ChevronUp size={18} aria-hidden="true" /> : <ChevronDown size={18} aria-hidden="true" />}
      </button>
      {open ? children : null}
    </div>
  )
}
