import { useEditor, useValue, type TLShape } from 'tldraw'

/**
 * What the panel is about. Nothing while a gesture is going on that makes or moves things: a panel that comes and goes under
 * the hand is noise.
 */
export function usePanelSelection(): readonly TLShape[] {
  const editor = useEditor()
  return useValue(
    'panel selection',
    () => {
      const isBusy =
        editor.isInAny('select.translating', 'select.brushing', 'select.scribble_brushing', 'select.pointing_canvas') ||
        !editor.isIn('select')
      return isBusy ? NOTHING : editor.getSelectedShapes()
    },
    [editor],
  )
}

const NOTHING: readonly TLShape[] = []
