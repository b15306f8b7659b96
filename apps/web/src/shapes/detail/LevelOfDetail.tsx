import { useEffect } from 'react'
import { react, useEditor } from 'tldraw'
import { detailAt } from './detailAt.ts'

/**
 * Writes the level of detail on the editor's container, where the style sheets of the cards read it. So a change of zoom
 * renders no card again: a thousand cards change by one attribute.
 */
export function LevelOfDetail(): null {
  const editor = useEditor()
  useEffect(() => {
    const container = editor.getContainer()
    const stop = react('level of detail', () => {
      const detail = detailAt(editor.getEfficientZoomLevel())
      // Written anew, the same word makes the browser look at the style of every card again.
      if (container.dataset['detail'] !== detail) container.dataset['detail'] = detail
    })
    return () => {
      stop()
      delete container.dataset['detail']
    }
  }, [editor])
  return null
}
