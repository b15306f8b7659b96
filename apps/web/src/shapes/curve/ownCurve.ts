import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { Role, Sentiment, Voice } from '@samenreis/model/records/enumerations'
import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { boardMaker, leads } from '../../canvas/boardMaker.ts'
import { isHeldShape } from '../lock/lockedShape.ts'
import { shapeIdOf } from '../belongsTo/belongTo.ts'

export type CurveShape = TLShape<'curve'>
export type JourneyShape = TLShape<'journey'>

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

export function isCurve(shape: TLShape | undefined): shape is CurveShape {
  return shape?.type === 'curve'
}

export function isJourney(shape: TLShape | undefined): shape is JourneyShape {
  return shape?.type === 'journey'
}

/** The journey that a shape lies in, or null. */
export function journeyOf(editor: Editor, shapeId: TLShapeId): JourneyShape | null {
  const found = editor.findShapeAncestor(shapeId, ({ type }) => type === 'journey')
  return isJourney(found) ? found : null
}

/** The journey that a curve is about: the one it names, else the one it lies in; null when there is none (any more). */
export function journeyOfCurve(editor: Editor, curve: CurveShape): JourneyShape | null {
  const named = shapeIdOf(curve.props.journeyId)
  const found = named === null ? undefined : editor.getShape(named)
  return isJourney(found) ? found : journeyOf(editor, curve.id)
}

/** The person's own curve of a journey: at most one (model.md B2). Of two made at the same moment the lower id counts. */
export function ownCurve(editor: Editor, journeyId: TLShapeId, me: ParticipantId): CurveShape | null {
  const own = editor
    .getCurrentPageShapes()
    .filter(isCurve)
    .filter((curve) => curve.props.authorId === me && journeyOfCurve(editor, curve)?.id === journeyId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return own[0] ?? null
}

/**
 * Whether the person at this canvas may change this curve: her own, or one without author, which is the facilitator's to write
 * (model.md B0.4). Never on a board that she only looks at, nor in a journey that is locked for her.
 */
export function mayWriteCurve(editor: Editor, curve: CurveShape): boolean {
  const me = boardMaker.get(editor)
  if (me === null || editor.isShapeOrAncestorLocked(curve)) return false
  if (curve.props.authorId === null ? !leads(me) : curve.props.authorId !== me.id) return false
  const journey = journeyOfCurve(editor, curve)
  return journey === null ? !editor.getIsReadonly() : mayDrawOn(editor, journey)
}

/** Whether the person at this canvas may draw a line on this journey. */
export function mayDrawOn(editor: Editor, journey: JourneyShape): boolean {
  return boardMaker.get(editor) !== null && !editor.getIsReadonly() && !isHeldShape(editor, journey.id)
}

/** The point of a curve at a step, or null when it has none. */
export function feelingAt(curve: CurveShape, stepId: TLShapeId): Sentiment | null {
  const point: unknown = Object.getOwnPropertyDescriptor(curve.props.points, stepId)?.value
  return point === 2 || point === 1 || point === 0 || point === -1 || point === -2 ? point : null
}
