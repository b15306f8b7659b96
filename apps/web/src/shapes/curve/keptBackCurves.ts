import type { Editor, TLShapeId } from 'tldraw'
import { EditorAtom } from 'tldraw'
import { boardMaker } from '../../canvas/boardMaker.ts'
import { journeyOfCurve, type CurveShape } from './ownCurve.ts'

/**
 * The journey of which staff guess how it felt, or null. Told by the server, on this screen only. Until the reveal nobody sees its
 * lines: who guesses should not read the answer, and a leader's screen may hang on the wall.
 */
export const guessedJourney = new EditorAtom<TLShapeId | null>('journey that is guessed', () => null)

/** Whether a line is out of sight while its journey is guessed. One's own line stays in sight. */
export function isKeptBack(editor: Editor, curve: CurveShape): boolean {
  const guessed = guessedJourney.get(editor)
  if (guessed === null || journeyOfCurve(editor, curve)?.id !== guessed) return false
  const { authorId } = curve.props
  return authorId === null || authorId !== boardMaker.get(editor)?.id
}
