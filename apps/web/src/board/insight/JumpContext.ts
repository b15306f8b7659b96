import { createContext, useContext, useMemo, useRef, type RefObject } from 'react'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import type { Editor } from 'tldraw'
import { jumpTo } from './jumpTo.ts'

/** Goes to a card on the board from the row that tells of it. */
export type Jump = (id: ShapeId, row: HTMLElement) => void

export const JumpContext = createContext<Jump | null>(null)

/** @throws when used outside the sheet. */
export function useJumping(): Jump {
  const jump = useContext(JumpContext)
  if (jump === null) throw new Error('useJumping outside the sheet')
  return jump
}

/** Below this many CSS pixels the sheet covers the whole board. As in insight.css. */
const PHONE = window.matchMedia('(width < 760px)')

export function isPhone(): boolean {
  return PHONE.matches
}

interface Jumping {
  readonly go: Jump
  /** Where the keyboard was when she left for the board. */
  readonly lastRow: RefObject<HTMLElement | null>
  /** The card she went to: that it is chosen is no wish to leave the sheet. */
  readonly lastId: RefObject<string | null>
}

/** On a phone the sheet makes way for the card; everywhere else it stays beside it. */
export function useJump(editor: Editor, fold: () => void): Jumping {
  const lastRow = useRef<HTMLElement>(null)
  const lastId = useRef<string>(null)
  return useMemo(
    () => ({
      go: (id, row) => {
        lastRow.current = row
        lastId.current = id
        if (isPhone()) fold()
        jumpTo(editor, id)
      },
      lastRow,
      lastId,
    }),
    [editor, fold],
  )
}
