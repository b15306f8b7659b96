import './text-field.css'
import { useId, type ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Under the label, in muted text. */
  readonly hint?: string
  /** What does not hold; said together with the field (WCAG 3.3.1). */
  readonly problem?: string | undefined
  /** Editors stop typing here, in UTF-16 code units. */
  readonly maxLength?: number
  readonly autoComplete?: string
  readonly required?: boolean
  /** 56 px and 18 px text, for phones. */
  readonly large?: boolean
  readonly onBlur?: () => void
  readonly onEnter?: () => void
  readonly placeholder?: string
  readonly name?: string
  /** `date`: the browser's own choice of a day, an ISO date; `min` and `max` are the first and last that can be chosen. */
  readonly type?: 'text' | 'date'
  readonly min?: string
  readonly max?: string
  readonly list?: string
  readonly end?: ReactNode
}

/** A labelled line of text. */
export function TextField({ label, value, onChange, hint, problem, large = false, onEnter, end, ...input }: Props) {
  const id = useId()
  const described = [hint === undefined ? null : `${id}-hint`, problem === undefined ? null : `${id}-problem`]
  const describedBy = described.filter((each) => each !== null).join(' ')
  return (
    <div className={large ? 'text-field text-field--large' : 'text-field'}>
      <label htmlFor={id} className="text-field__label">
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-field__hint">
          {hint}
        </p>
      )}
      {problem === undefined ? null : (
        <p id={`${id}-problem`} className="text-field__problem">
          {problem}
        </p>
      )}
      <div className="text-field__row">
        <input
          {...input}
          id={id}
          className="text-field__input"
          value={value}
          aria-invalid={problem !== undefined}
          {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && onEnter !== undefined && !event.nativeEvent.isComposing) {
              event.preventDefault()
              onEnter()
            }
          }}
        />
        {end}
      </div>
    </div>
  )
}
