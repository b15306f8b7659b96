import './basisFilter.css'
import { useEffect } from 'react'
import { react, useEditor } from 'tldraw'
import { shownBases } from './basisFilter.ts'

/**
 * Writes on the editor's container which evidence is in colour; the style sheet lets the other cards fade. So a filter over a
 * thousand cards is one attribute, and no card renders again.
 */
export function BasisFilterMark(): null {
  const editor = useEditor()
  useEffect(() => {
    const container = editor.getContainer()
    const stop = react('filter of evidence', () => {
      const bases = shownBases(editor)
      if (bases.length === 0) delete container.dataset['basisFilter']
      else container.dataset['basisFilter'] = bases.join(' ')
    })
    return () => {
      stop()
      delete container.dataset['basisFilter']
    }
  }, [editor])
  return null
}
