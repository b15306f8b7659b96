import { useEffect } from 'react'
import { react, useEditor } from 'tldraw'

/** Lets go of what is chosen and not drawn any more, because its lane was folded here or elsewhere. */
export function useShownSelection(): void {
  const editor = useEditor()
  useEffect(
    () =>
      react('chosen and not drawn', () => {
        const chosen = editor.getSelectedShapeIds()
        const shown = chosen.filter((id) => !editor.isShapeHidden(id))
        if (shown.length < chosen.length) editor.setSelectedShapes(shown)
      }),
    [editor],
  )
}
