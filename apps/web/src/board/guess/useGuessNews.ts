import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from 'tldraw'
import { shapeIdOf } from '../../shapes/belongsTo/belongTo.ts'
import { useNotices } from '../notices/NoticesContext.ts'
import { useGuess } from './GuessContext.ts'

/** Room around a journey that is shown whole, in pixels of the screen. */
const MARGIN = 80

/** Opens the sheet for whoever is asked to guess and is not in the middle of something; says in one sentence how a round ended. */
export function useGuessNews(editor: Editor): void {
  const { t } = useTranslation('guess')
  const notices = useNotices()
  const { current, setSheetOpen } = useGuess()
  const seen = useRef<string | null>(null)
  useEffect(() => {
    const round = current?.round ?? null
    if (round === null) return
    if (round.status === 'open') {
      if (seen.current === round.id) return
      seen.current = round.id
      const isBusy = editor.getSelectedShapeIds().length > 0 || editor.getEditingShapeId() !== null
      if (current?.invited === true && !isBusy) setSheetOpen(true)
      return
    }
    if (seen.current !== round.id) return
    seen.current = null
    setSheetOpen(false)
    if (round.status === 'cancelled') notices.show({ tone: 'info', text: t('cancelled'), acts: [], lasts: 'while' })
    else {
      const show = (): void => {
        const journeyId = shapeIdOf(round.journeyId)
        const bounds = journeyId === null ? undefined : editor.getShapePageBounds(journeyId)
        if (bounds === undefined) return
        editor.zoomToBounds(bounds, { inset: MARGIN, animation: { duration: editor.user.getAnimationSpeed() * 160 } })
      }
      notices.show({ tone: 'info', text: t('revealed'), acts: [{ label: t('look'), run: show }], lasts: 'while' })
    }
  }, [current, editor, notices, setSheetOpen, t])
}
