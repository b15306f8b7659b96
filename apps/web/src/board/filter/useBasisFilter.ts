import type { Basis } from '@samenreis/model/records/enumerations'
import { useEditor, useValue } from 'tldraw'
import { shownBases } from './basisFilter.ts'
import { countBases, type BasisCounts } from './countBases.ts'

/** What is in colour on this screen. */
export function useShownBases(): readonly Basis[] {
  const editor = useEditor()
  return useValue('shown evidence', () => shownBases(editor), [editor])
}

/** How many cards of this page rest on each kind of evidence, now. Renders again only when a number changed. */
export function useBasisCounts(): BasisCounts {
  const editor = useEditor()
  // As a text, so that equal counts are equal: shapes change with every move.
  const counts = useValue('counts of evidence', () => JSON.stringify(countBases(editor.getCurrentPageShapes())), [
    editor,
  ])
  return JSON.parse(counts) as BasisCounts
}
