import './choice-chips.css'
import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
}

interface Props<Value extends string> {
  readonly label: string
  /** Keeps the label for screen readers only. */
  readonly labelHidden?: boolean
  readonly choices: readonly Choice<Value>[]
  /** null = nothing chosen yet. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
}

/** One of a few, as chips: a radio group with arrows and one stop in the tab order. */
export function ChoiceChips<Value extends string>({
  label,
  labelHidden = false,
  choices,
  value,
  onChange,
}: Props<Value>) {
  return (
    <RadioGroup
      className="choice-chips"
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((each) => each.value === chosen)
        if (choice !== undefined) onChange(choice.value)
      }}
      orientation="horizontal"
    >
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="choice-chips__row">
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className="choice-chip">
            {choice.icon}
            <span>{choice.label}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
