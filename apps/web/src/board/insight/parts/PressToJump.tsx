import type { ReactNode } from 'react'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { useJumping } from '../JumpContext.ts'

interface Props {
  readonly id: ShapeId
  /** Words that name where it leads. */
  readonly children: ReactNode
  readonly className?: string
}

/** A button that goes to a card. One that is gone leaves everything as it is. */
export function PressToJump({ id, children, className = 'card-row card-row--plain' }: Props) {
  const jump = useJumping()
  return (
    <button type="button" className={className} onClick={(event) => jump(id, event.currentTarget)}>
      {children}
    </button>
  )
}
