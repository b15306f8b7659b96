import { useId, useState } from 'react'

interface Props {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly readOnly: boolean
  readonly onCommit: (value: string) => void
}

/** A short text that is one value with its neighbours, so it is written when one leaves it, not at every key. */
export function DraftText({ label, value, maxLength, readOnly, onCommit }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const commit = (): void => {
    if (typed !== null && typed !== value) onCommit(typed)
    setTyped(null)
  }
  return (
    <div className="draft-text">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="text-input"
        maxLength={maxLength}
        readOnly={readOnly}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
      />
    </div>
  )
}
