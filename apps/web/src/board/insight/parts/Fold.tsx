import { ChevronDown, ChevronUp } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'

interface Props {
  /** What is always seen. */
  readonly summary: ReactNode
  /** What opens under it; null = there is nothing behind it. */
  readonly children: ReactNode | null
}

/** A line that opens to what it counts. */
export function Fold({ summary, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  if (children === null) return <div className="fold fold--still">{summary}</div>
  return (
    <>
      <button
        type="button"
        className="fold"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {summary}
        {isOpen ? <ChevronUp size={20} aria-hidden="true" /> : <ChevronDown size={20} aria-hidden="true" />}
      </button>
      {isOpen ? (
        <div className="fold__inside" id={id}>
          {children}
        </div>
      ) : null}
    </>
  )
}
