import './switch.css'
import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'

interface Props {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
}

/** Something that is on or off, at once. */
export function Switch({ isOn, onChange, children }: Props) {
  return (
    <AriaSwitch className="switch" isSelected={isOn} onChange={onChange}>
      <span className="switch__track" aria-hidden="true" />
      {children}
    </AriaSwitch>
  )
}
