import { useEffect } from 'react'
import { react, useEditor } from 'tldraw'
import { detailAt, isTiny } from './detailAt.ts'

/**
 * Writes the level of detail on the editor's container, where the style sheets of the cards read it. So a change of zoom
 * renders no card again: a thousand cards change by one attribute.
 */
export function LevelOfDetail(): null {
  const editor = useEditor()
  useEffect(() => {
    const container = editor.getContainer()
    const stop = react('level of detail', () => {
      const zoom = editor.getEfficientZoomLevel()
      const detail = detailAt(zoom)
      // Written anew, the same word makes the browser look at the style of every card again.
      if (container.dataset['detail'] !== detail) container.dataset['detail'] = detail
      container.toggleAttribute('data-tiny', isTiny(zoom))
    })
    return () => {
      stop()
      delete container.dataset['detail']
      delete container.dataset['tiny']
    }
  }, [editor])
  return null
}
