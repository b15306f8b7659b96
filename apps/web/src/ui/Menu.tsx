import './menu.css'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

export interface MenuChoice {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly onChoose: () => void
}

interface Props {
  readonly label: string
  readonly choices: readonly MenuChoice[]
  /** The button that opens it: a react-aria-components `Button`. */
  readonly children: ReactNode
}

/** A short list of things to do, under a button. */
export function Menu({ label, choices, children }: Props) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="menu-popover" placement="bottom end">
        <AriaMenu
          className="menu"
          aria-label={label}
          onAction={(id) => choices.find((each) => each.id === id)?.onChoose()}
        >
          {choices.map((choice) => (
            <MenuItem key={choice.id} id={choice.id} className="menu__item" textValue={choice.label}>
              {choice.icon}
              <span>{choice.label}</span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
