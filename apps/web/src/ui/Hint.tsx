import './hint.css'
import type { ReactNode } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'

interface Props {
  readonly text: string
  /** What it explains: a react-aria-components `Button` or something `Focusable`. */
  readonly children: ReactNode
}

/** A short explanation on hover and on focus. Never the only place of a word that matters. */
export function Hint({ text, children }: Props) {
  return (
    <TooltipTrigger delay={400}>
      {children}
      <Tooltip className="hint" offset={8}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  )
}
