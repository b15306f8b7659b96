import type { Sentiment, Voice } from '@samenreis/model/records/enumerations'
import { EditorAtom, type Editor, type TLShapeId, type VecLike } from 'tldraw'
import { heightOf, type CurvePoint } from './curvePath.ts'
import { experienceBand } from './experienceBand.ts'
import { journeySteps } from './journeySteps.ts'
import { isJourney } from './ownCurve.ts'
import { strokeFeelings } from './strokeFeelings.ts'

/** A face that the stroke would give if it ended now, from the start of the journey and the top of the lane. */
export interface StrokeFace extends CurvePoint {
  readonly stepId: TLShapeId
  readonly feeling: Sentiment
}

/** A stroke that is being drawn. On this screen only: the others see the line when it is done. */
export interface StrokeInHand {
  readonly journeyId: TLShapeId
  readonly voice: Voice
  /** From the start of the journey and the top of the lane, in board pixels. */
  readonly line: readonly CurvePoint[]
  readonly faces: readonly StrokeFace[]
}

export const strokeInHand = new EditorAtom<StrokeInHand | null>('stroke in hand', () => null)

/** The stroke with one more point of the page, and the faces it gives now; null when its journey is gone. */
export function withPoint(editor: Editor, stroke: StrokeInHand, point: VecLike): StrokeInHand | null {
  const journey = editor.getShape(stroke.journeyId)
  if (!isJourney(journey)) return null
  const band = experienceBand(journey)
  const { x, y } = editor.getPointInShapeSpace(journey, point)
  const line = [...stroke.line, { x, y: y - band.y }]
  const steps = journeySteps(editor, journey.id)
  const feelings = strokeFeelings(line, steps, band.h)
  const faces = steps.flatMap(({ id, x: stepX }) => {
    const feeling = feelings.get(id)
    return feeling === undefined ? [] : [{ stepId: id, feeling, x: stepX, y: heightOf(feeling, band.h) }]
  })
  return { ...stroke, line, faces }
}
