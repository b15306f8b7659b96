import { useEffect } from 'react'
import type { Editor } from 'tldraw'
import { shapeIdOf } from '../../shapes/belongsTo/belongTo.ts'
import { guessedJourney } from '../../shapes/curve/keptBackCurves.ts'
import type { GuessState } from './GuessContext.ts'

/** Keeps the lines of a journey out of sight while staff guess them. */
export function useKeptBackCurves(editor: Editor, { current }: GuessState): void {
  const round = current?.round
  const journeyId = round?.status === 'open' ? round.journeyId : null
  useEffect(() => {
    guessedJourney.set(editor, shapeIdOf(journeyId))
    return () => void guessedJourney.set(editor, null)
  }, [editor, journeyId])
}
