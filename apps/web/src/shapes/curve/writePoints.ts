import { ShapeId } from '@samenreis/model/ids/recordId'
import type { Sentiment, Voice } from '@samenreis/model/records/enumerations'
import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import type { Maker } from '../../canvas/boardMaker.ts'
import { defaultDomainProps } from '../../canvas/shapeProps.ts'
import { experienceBand } from './experienceBand.ts'
import { voiceOfRole, type CurveShape, type JourneyShape } from './ownCurve.ts'

/** New faces by step; null takes a face away: not asked is not zero (model.md B2). */
export type PointChanges = ReadonlyMap<TLShapeId, Sentiment | null>

type Points = CurveShape['props']['points']

/** Points with these changes; the very same object when they change nothing. */
export function withPoints(points: Points, changes: PointChanges): Points {
  const next = new Map<string, Sentiment>(Object.entries(points))
  let isChanged = false
  for (const [stepId, feeling] of changes) {
    if ((next.get(stepId) ?? null) === feeling) continue
    isChanged = true
    if (feeling === null) next.delete(stepId)
    else next.set(stepId, feeling)
  }
  return isChanged ? (Object.fromEntries(next) as Points) : points
}

/** Changes points of a curve. One undo step, one update to the others; nothing when all of it is there already. */
export function writePoints(editor: Editor, curve: CurveShape, changes: PointChanges): void {
  const points = withPoints(curve.props.points, changes)
  if (points === curve.props.points) return
  editor.markHistoryStoppingPoint('feeling')
  editor.updateShape<CurveShape>({ id: curve.id, type: 'curve', props: { points } })
}

/** Whose line a new curve is. `authorId` null = somebody who holds no device: the facilitator writes it for her. */
export type CurveOwner = Pick<CurveShape['props'], 'authorId' | 'voice' | 'label'>

/** The line of the person at this canvas, under her name. */
export function ownerOf(me: Maker): CurveOwner {
  return { authorId: me.id, voice: voiceOfRole[me.role], label: me.name.slice(0, 40) }
}

/** A line that somebody else tells and the facilitator draws. */
export function ownerForVoice(voice: Voice): CurveOwner {
  return { authorId: null, voice, label: '' }
}

/** Makes a curve with these points in the experience lane of a journey. One undo step. Returns null when the board takes no more. */
export function makeCurve(
  editor: Editor,
  journey: JourneyShape,
  owner: CurveOwner,
  changes: PointChanges,
): TLShapeId | null {
  const id = createShapeId()
  const { y, h } = experienceBand(journey)
  editor.markHistoryStoppingPoint(`creating:${id}`)
  editor.createShape<CurveShape>({
    id,
    type: 'curve',
    parentId: journey.id,
    x: 0,
    y,
    props: {
      ...defaultDomainProps('curve'),
      ...owner,
      w: journey.props.w,
      h,
      journeyId: ShapeId.parse(journey.id),
      points: withPoints({}, changes),
    },
  })
  return editor.getShape(id) === undefined ? null : id
}
