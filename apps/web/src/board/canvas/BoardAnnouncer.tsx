import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useA11y, useEditor, useValue, type TLShapeId } from 'tldraw'
import { spokenSelection } from './spokenSelection.ts'

/** Reads aloud what is chosen on the canvas, and what else tldraw has to say. */
export const BoardAnnouncer = memo(function BoardAnnouncer() {
  const { t } = useTranslation(['board', 'panel'])
  const editor = useEditor()
  const a11y = useA11y()
  const { msg } = useValue('spoken', () => a11y.currentMsg.get(), [a11y])
  const chosen = useValue('chosen', () => (editor.isIn('select.idle') ? editor.getSelectedShapeIds() : null), [editor])
  const spoken = useRef<readonly TLShapeId[]>([])
  useEffect(() => {
    // Once each time: not again after a drag, nor when others type in it.
    if (chosen === null || chosen === spoken.current) return
    spoken.current = chosen
    const words = spokenSelection(editor, t)
    if (words !== '') a11y.announce({ msg: words })
  }, [a11y, chosen, editor, t])
  return (
    <output className="visually-hidden" aria-live="assertive">
      {msg}
    </output>
  )
})
