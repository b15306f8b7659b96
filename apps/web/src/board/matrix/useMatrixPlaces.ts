import { useEffect } from 'react'
import type { Editor } from 'tldraw'
import { registerMatrixPlaces } from '../../shapes/matrix/matrixPlaces.ts'
import { useBoardSession } from '../BoardSession.ts'
import { fixLinks } from './fixLinks.ts'

/** Lets the place on the matrix say effort and impact, and keeps the links of what is dragged there. */
export function useMatrixPlaces(editor: Editor): void {
  const { connection } = useBoardSession()
  useEffect(
    () => registerMatrixPlaces(editor, (before) => fixLinks(editor, connection.board, before)),
    [editor, connection],
  )
}
