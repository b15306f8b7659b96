import type { Editor, TLShapeId, VecLike } from 'tldraw'
import { containerAt, placeNew } from '../tool/placeNew.ts'
import { isJourney, type JourneyShape } from './ownCurve.ts'
import { refusalOf, strokeRefusal, strokeTarget } from './strokeTarget.ts'
import { makeCurve } from './writePoints.ts'

/**
 * Makes an empty curve on the journey at this point, in its experience lane, or finds the line that a stroke would go into:
 * one author has one line. On empty ground it is made on the only journey of the page; where there are more or none it says
 * that it needs one.
 */
export function placeCurve(editor: Editor, point: VecLike): TLShapeId | null {
  const journey = journeyAt(editor, point)
  if (journey === null) return placeNew(editor, 'curve', point)
  strokeRefusal.set(editor, refusalOf(editor, journey))
  const target = strokeTarget(editor, journey)
  if (target === null) return null
  return target.is === 'curve' ? target.curve.id : makeCurve(editor, journey, target.owner, new Map())
}

/** The journey under this point of the page; elsewhere the only one of the page. */
export function journeyAt(editor: Editor, point: VecLike): JourneyShape | null {
  const under = containerAt(editor, 'curve', point)
  if (isJourney(under)) return under
  const journeys = editor.getCurrentPageShapes().filter(isJourney)
  return journeys.length === 1 ? (journeys[0] ?? null) : null
}
