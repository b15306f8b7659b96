import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { Editor, TLShape, TLShapeId } from 'tldraw'
import type { Maker } from '../../canvas/boardMaker.ts'
import { journeySteps } from '../../shapes/curve/journeySteps.ts'
import { feelingAt, journeyOf, ownCurve } from '../../shapes/curve/ownCurve.ts'
import { makeCurve, ownerOf, writePoints } from '../../shapes/curve/writePoints.ts'
import type { Feeling } from './controls/Faces.tsx'

/** How this person felt at a step, or null: not told yet. */
export function ownFeeling(editor: Editor, touchpointId: TLShapeId, me: ParticipantId): Feeling | null {
  const journey = journeyOf(editor, touchpointId)
  const curve = journey === null ? null : ownCurve(editor, journey.id, me)
  return curve === null ? null : (feelingAt(curve, touchpointId) as Feeling | null)
}

/**
 * Says how this person felt at a step: in the person's own curve of that journey, which is made when there is none. Does nothing
 * for a step that lies in no journey.
 */
export function tellFeeling(editor: Editor, touchpointId: TLShapeId, me: Maker, feeling: Feeling | null): void {
  const journey = journeyOf(editor, touchpointId)
  if (journey === null) return
  const curve = ownCurve(editor, journey.id, me.id)
  const change = new Map([[touchpointId, feeling]])
  if (curve !== null) writePoints(editor, curve, change)
  else if (feeling !== null) makeCurve(editor, journey, ownerOf(me), change)
}

/** Steps of the person in a journey, from left to right. */
export function stepsOf(editor: Editor, journeyId: TLShapeId): readonly TLShape[] {
  return journeySteps(editor, journeyId).flatMap(({ id }) => editor.getShape(id) ?? [])
}
