import { getIndexAbove, ZERO_INDEX_KEY, type Editor, type TLHandle, type TLShapeId } from 'tldraw'
import type { Sentiment } from '@samenreis/model/records/enumerations'
import { curveDrawing } from './curveDrawing.ts'
import { FACE_SIZE, POINT_GAP } from './curveMeasures.ts'
import { feelingAtHeight, heightOf } from './curvePath.ts'
import { journeyExperience } from './journeyExperience.ts'
import { journeySteps } from './journeySteps.ts'
import { isCurve, mayWriteCurve, type CurveShape } from './ownCurve.ts'
import { withPoints } from './writePoints.ts'

/**
 * What a hand takes hold of, in the curve's own space: each point of the line, and for each step without one a place on the
 * line of "gewoon" to pull a new point from. None when the person may not change this curve. A handle's id is that of its step.
 */
export function curveHandles(editor: Editor, curve: CurveShape): TLHandle[] {
  const drawing = curveDrawing(editor, curve.id)
  if (drawing.journeyId === null || drawing.isHidden || !mayWriteCurve(editor, curve)) return []
  const points = new Map(drawing.stretches.flat().map((point) => [point.stepId, point]))
  let index = ZERO_INDEX_KEY
  return journeySteps(editor, drawing.journeyId).map(({ id, x }) => {
    index = getIndexAbove(index)
    const point = points.get(id)
    return point === undefined
      ? {
          id,
          type: 'create' as const,
          index,
          x: drawing.left + x + freeAside(editor, drawing.journeyId, id, x),
          y: drawing.top + heightOf(0, drawing.height),
        }
      : { id, type: 'vertex' as const, index, x: point.x, y: point.y }
  })
}

/** How far the place for a new point moves aside, so that it lies on no point of another line. */
function freeAside(editor: Editor, journeyId: TLShapeId | null, stepId: TLShapeId, x: number): number {
  const curves = journeyId === null ? [] : (journeyExperience(editor, journeyId)?.curves ?? [])
  const taken = curves.flatMap(({ points }) => points.filter((point) => point.stepId === stepId && point.feeling === 0))
  return taken.length === 0 ? 0 : Math.max(...taken.map((point) => point.x)) - x + FACE_SIZE + POINT_GAP
}

/** The curve's points when this step is pulled to this height of the curve's own space; null when that changes nothing. */
export function pulledPoints(
  editor: Editor,
  curve: CurveShape,
  stepId: TLShapeId,
  y: number,
): CurveShape['props']['points'] | null {
  const now = editor.getShape(curve.id)
  const { top, height } = curveDrawing(editor, curve.id)
  if (!isCurve(now) || !mayWriteCurve(editor, now)) return null
  const feeling: Sentiment = feelingAtHeight(y - top, height)
  const points = withPoints(now.props.points, new Map([[stepId, feeling]]))
  return points === now.props.points ? null : points
}

/** The step whose point lies here, in the curve's own space, or null. */
export function stepAtPoint(editor: Editor, curve: CurveShape, { x, y }: { x: number; y: number }): TLShapeId | null {
  const { stretches } = curveDrawing(editor, curve.id)
  const hit = stretches.flat().find((point) => Math.hypot(point.x - x, point.y - y) <= FACE_SIZE / 2 + 2)
  return hit?.stepId ?? null
}
