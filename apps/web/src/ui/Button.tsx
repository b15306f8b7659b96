import type { ReactNode, Ref } from 'react'
import { Button as NlButton } from '@nl-design-system-candidate/button-react'

interface Props {
  readonly children: ReactNode
  /** One `primary` a screen; `subtle` for what stands beside the matter. */
  readonly purpose?: 'primary' | 'secondary' | 'subtle'
  /** What it does cannot be undone. */
  readonly negative?: boolean
  readonly icon?: ReactNode
  /** Only the icon is seen; the words remain for who cannot see it. */
  readonly iconOnly?: boolean
  /** Something is being done: the button stays where it is and takes no second tap. */
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly type?: 'button' | 'submit'
  /** A toggle: whether it is on. */
  readonly pressed?: boolean
  readonly className?: string
  readonly onClick?: () => void
  readonly 'aria-describedby'?: string
  readonly 'aria-expanded'?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button of the NL Design System. A disabled or busy one can still be reached by keyboard, and does nothing. */
export function Button({
  children,
  purpose,
  negative = false,
  icon,
  pressed,
  onClick,
  busy = false,
  disabled = false,
  ...rest
}: Props) {
  const purposeAndHint = negative
    ? { purpose: 'primary' as const, hint: 'negative' }
    : purpose === undefined
      ? {}
      : { purpose }
  return (
    <NlButton
      {...rest}
      {...purposeAndHint}
      {...(pressed === undefined ? {} : { toggle: true, pressed })}
      iconStart={icon}
      busy={busy}
      disabled={disabled}
      onClick={(event) => {
        if (busy || disabled) event.preventDefault()
        else onClick?.()
      }}
    >
      {children}
    </NlButton>
  )
}
