import { useEffect, useRef } from 'react'
import { useEditor, type TLEventInfo } from 'tldraw'
import { usePanelSelection } from '../panel/usePanelSelection.ts'
import { useInsightPlace, useInsightState } from './InsightPlaceContext.ts'

/** Where both do not fit, the sheet makes way for the panel of a card that somebody chooses, or presses, on the board herself. */
export function useMakingWay(isWide: boolean, jumpedTo: { readonly current: string | null }): void {
  const editor = useEditor()
  const place = useInsightPlace()
  const { isFolded } = useInsightState()
  const chosen = usePanelSelection()
    .map(({ id }) => id)
    .join(' ')
  const known = useRef(chosen)
  useEffect(() => {
    if (isFolded || isWide || chosen === '' || chosen === jumpedTo.current) known.current = chosen
    if (chosen === known.current) return
    known.current = chosen
    place.fold()
  }, [chosen, isFolded, isWide, jumpedTo, place])
  useEffect(() => {
    if (isWide) return undefined
    // A card that is chosen already, because a row led to it, does not change the choice when it is pressed.
    const handle = (event: TLEventInfo): void => {
      if (event.type === 'pointer' && event.name === 'pointer_up' && editor.getSelectedShapeIds().length > 0)
        place.fold()
    }
    editor.on('event', handle)
    return () => void editor.off('event', handle)
  }, [editor, isWide, place])
}

/** One sheet at the right: faces for a guess go before this one, until somebody asks for it. Wide enough, it is never folded. */
export function useOneSheet(isWide: boolean, isGuessing: boolean, setGuessing: (isOpen: boolean) => void): void {
  const place = useInsightPlace()
  const { isFolded } = useInsightState()
  const before = useRef<{ isGuessing: boolean; isFolded: boolean } | null>(null)
  useEffect(() => {
    const { current } = before
    before.current = { isGuessing, isFolded }
    const isOpened = current === null || (current.isFolded && !isFolded)
    if (isGuessing && isOpened) setGuessing(false)
    else if (isGuessing && !current?.isGuessing) place.fold()
    else if (!isGuessing && isWide && isFolded) place.open()
  }, [isWide, isGuessing, isFolded, place, setGuessing])
}
