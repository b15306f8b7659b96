import type { ShapeId } from '../ids/recordId.ts'
import type { ParticipantId } from '../ids/participantId.ts'
import { plainTextOf } from '../records/drawing.ts'
import type { ActionStatus, ActionType, Moscow, Score } from '../records/enumerations.ts'
import type { BoardShape } from '../records/recordKinds.ts'
import type { BoardIndex } from '../journey/BoardIndex.ts'
import type { ImprovementAction } from './improvementAction.ts'

/** A shape that may become an action, with the fields that it brings itself; texts as they were typed. */
export interface Candidate {
  readonly shape: BoardShape
  readonly kind: ImprovementAction['source']['kind']
  readonly title: string
  readonly description: string
  readonly owner: string
  readonly ownerParticipantId: ParticipantId | null
  readonly organisationId: ShapeId | null
  readonly deadline: string
  readonly status: ActionStatus
  readonly moscow: Moscow | null
  readonly effort: Score | null
  readonly impact: Score | null
  readonly actionType: ActionType | null
  readonly mergedInto: ShapeId | null
}

/** What a card brings that has none of the fields of an idea. */
const bare = {
  description: '',
  owner: '',
  ownerParticipantId: null,
  organisationId: null,
  deadline: '',
  status: 'proposed',
  moscow: null,
  effort: null,
  impact: null,
  actionType: null,
  mergedInto: null,
} as const

/**
 * Every shape that counts as an idea, by id (actions.md D2 `candidates`): all ideas, all promoted consequences, and the
 * canvas's own notes, texts and figures with words whose centre lies inside the lane of ideas, not merely near it (D5.23).
 */
export function findCandidates(board: BoardIndex): Candidate[] {
  return board.shapes.flatMap((shape) => candidateOf(shape, board) ?? [])
}

function candidateOf(shape: BoardShape, board: BoardIndex): Candidate | null {
  if (shape.type === 'idea') {
    const { title, description, owner, ownerParticipantId, organisationId, deadline, status } = shape
    const { moscow, effort, impact, actionType, mergedInto } = shape
    const who = { owner, ownerParticipantId, organisationId, deadline, status }
    return { shape, kind: 'idea', title, description, ...who, moscow, effort, impact, actionType, mergedInto }
  }
  if (shape.type === 'card') {
    if (shape.kind !== 'consequence' || !shape.promoted) return null
    const { owner, ownerParticipantId, organisationId, deadline, status, moscow } = shape
    const title = shape.title.trim() === '' ? shape.text : shape.title
    const words = { title, description: shape.text.trim() === title.trim() ? '' : shape.text }
    const who = { owner, ownerParticipantId, organisationId, deadline, status, moscow }
    return { ...bare, shape, kind: 'consequence', ...who, ...words }
  }
  if (shape.type !== 'note' && shape.type !== 'text' && shape.type !== 'geo') return null
  const words = plainTextOf(shape.richText)
  if (words.trim() === '') return null
  const { journey, centre } = board.placement.spot(shape)
  return journey?.laneAt(centre) === 'ideas' ? { ...bare, shape, kind: 'untyped', title: words } : null
}
