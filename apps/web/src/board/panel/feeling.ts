import type { ParticipantId } from '@samenreis/model/ids/participantId'
import { ShapeId } from '@samenreis/model/ids/recordId'
import type { Role, Voice } from '@samenreis/model/records/enumerations'
import { createShapeId, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { defaultDomainProps } from '../../canvas/shapeProps.ts'
import type { Feeling } from './controls/Faces.tsx'

type CurveShape = TLShape<'curve'>
type JourneyShape = TLShape<'journey'>

/** In whose voice a person of this role speaks. A facilitator writes down what the client says. */
export const voiceOfRole: Readonly<Record<Role, Voice>> = {
  facilitator: 'client',
  co_facilitator: 'client',
  client: 'client',
  informal_carer: 'informal_carer',
  expert_by_experience: 'expert_by_experience',
  council_member: 'client',
  professional: 'professional',
  partner: 'partner',
  employer: 'employer',
  policy: 'policy',
  observer: 'professional',
  screen: 'professional',
}

/** The journey that a shape lies in, or null. */
export function journeyOf(editor: Editor, shapeId: TLShapeId): JourneyShape | null {
  const found = editor.findShapeAncestor(shapeId, ({ type }) => type === 'journey')
  return found !== undefined && isJourney(found) ? found : null
}

/** The person's own curve of a journey: at most one (model.md B2). Of two made at the same moment the lower id counts. */
export function ownCurve(editor: Editor, journeyId: TLShapeId, me: ParticipantId): CurveShape | null {
  const own = editor
    .getCurrentPageShapes()
    .filter(isCurve)
    .filter(({ props }) => String(props.journeyId) === journeyId && props.authorId === me)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return own[0] ?? null
}

/** How this person felt at a step, or null: not told yet. */
export function ownFeeling(editor: Editor, touchpointId: TLShapeId, me: ParticipantId): Feeling | null {
  const journey = journeyOf(editor, touchpointId)
  const curve = journey === null ? null : ownCurve(editor, journey.id, me)
  return curve === null ? null : feelingAt(curve, touchpointId)
}

/** The point of a curve at a step, or null when it has none. */
export function feelingAt(curve: CurveShape, touchpointId: TLShapeId): Feeling | null {
  const point: unknown = (curve.props.points as Readonly<Record<string, unknown>>)[touchpointId]
  return point === 2 || point === 1 || point === 0 || point === -1 || point === -2 ? point : null
}

/** Sets or takes back a point of a curve, as one step that can be undone. */
export function setPoint(editor: Editor, curve: CurveShape, touchpointId: TLShapeId, feeling: Feeling | null): void {
  const { [ShapeId.parse(touchpointId)]: _was, ...others } = curve.props.points
  const points = feeling === null ? others : { ...others, [ShapeId.parse(touchpointId)]: feeling }
  editor.markHistoryStoppingPoint('feeling')
  editor.updateShape<CurveShape>({ id: curve.id, type: 'curve', props: { points } })
}

/**
 * Says how this person felt at a step: in the person's own curve of that journey, which is made when there is none. Does nothing
 * for a step that lies in no journey.
 */
export function tellFeeling(
  editor: Editor,
  touchpointId: TLShapeId,
  me: { readonly id: ParticipantId; readonly name: string; readonly role: Role },
  feeling: Feeling | null,
): void {
  const journey = journeyOf(editor, touchpointId)
  if (journey === null) return
  const curve = ownCurve(editor, journey.id, me.id)
  if (curve !== null) {
    setPoint(editor, curve, touchpointId, feeling)
    return
  }
  if (feeling === null) return
  const { y, h } = experienceLane(journey)
  const before = editor.getSelectedShapeIds()
  editor.markHistoryStoppingPoint('feeling')
  editor.createShape<CurveShape>({
    id: createShapeId(),
    type: 'curve',
    parentId: journey.id,
    x: 0,
    y,
    props: {
      ...defaultDomainProps('curve'),
      w: journey.props.w,
      h,
      journeyId: ShapeId.parse(journey.id),
      authorId: me.id,
      voice: voiceOfRole[me.role],
      label: me.name.slice(0, 40),
      points: { [ShapeId.parse(touchpointId)]: feeling },
    },
  })
  editor.setSelectedShapes(before)
}

/** The band of the journey in which curves lie; without such a lane its first one. */
function experienceLane(journey: JourneyShape): { y: number; h: number } {
  let y = journey.props.lanesFrom
  for (const lane of journey.props.lanes) {
    if (lane.key === 'experience') return { y, h: lane.h }
    y += lane.h
  }
  return { y: journey.props.lanesFrom, h: journey.props.lanes[0]?.h ?? 180 }
}

/** Steps of a journey from left to right, with the place on the page. */
export function stepsOf(editor: Editor, journeyId: TLShapeId): readonly TLShape[] {
  return editor
    .getCurrentPageShapes()
    .filter((shape) => shape.type === 'touchpoint' && journeyOf(editor, shape.id)?.id === journeyId)
    .sort((a, b) => (editor.getShapePageBounds(a)?.x ?? 0) - (editor.getShapePageBounds(b)?.x ?? 0))
}

export function isCurve(shape: TLShape): shape is CurveShape {
  return shape.type === 'curve'
}

function isJourney(shape: TLShape): shape is JourneyShape {
  return shape.type === 'journey'
}
