import { showLane } from '@samenreis/model/journey/lanes/laneEdits'
import type { Editor, TLShapeId, VecLike } from 'tldraw'
import { changeLanes } from '../journey/changeLanes.ts'
import { containerAt, placeNew } from '../tool/placeNew.ts'
import { isJourney, type JourneyShape } from './ownCurve.ts'
import { refusalOf, strokeRefusal, strokeTarget } from './strokeTarget.ts'
import { makeCurve } from './writePoints.ts'

/**
 * Makes an empty curve on the journey at this point, in its experience lane, or finds the line that a stroke would go into:
 * one author has one line. A lane that is folded or not there is opened for it. On empty ground it is made on the only journey of the page; where there are more or none it says
 * that it needs one.
 */
export function placeCurve(editor: Editor, point: VecLike): TLShapeId | null {
  const journey = journeyAt(editor, point)
  if (journey === null) return placeNew(editor, 'curve', point)
  if (refusalOf(editor, journey) === 'noLane') changeLanes(editor, journey.id, (map) => showLane(map, 'experience'))
  const now = editor.getShape(journey.id)
  if (!isJourney(now)) return null
  strokeRefusal.set(editor, refusalOf(editor, now))
  const target = strokeTarget(editor, now)
  if (target === null) return null
  return target.is === 'curve' ? target.curve.id : makeCurve(editor, now, target.owner, new Map())
}

/** The journey under this point of the page; elsewhere the only one of the page. */
export function journeyAt(editor: Editor, point: VecLike): JourneyShape | null {
  const under = containerAt(editor, 'curve', point)
  if (isJourney(under)) return under
  const journeys = editor.getCurrentPageShapes().filter(isJourney)
  return journeys.length === 1 ? (journeys[0] ?? null) : null
}
