import type { z } from 'zod'
import { ParticipantId } from '../ids/participantId.ts'
import { ShapeId } from '../ids/recordId.ts'
import { ActionStatus, ActionType, Moscow, Score } from './enumerations.ts'
import { shapeKind } from './shapeKind.ts'

/** What could change (NL: Idee); with an owner, an organisation and a date it becomes an action. */
export const idea = shapeKind('idea', {
  texts: { title: 120, description: 600, owner: 80, deadline: 40 },
  fields: {
    status: ActionStatus,
    /** The participant who said yes, when the owner is someone in the room. */
    ownerParticipantId: ParticipantId.nullable(),
    organisationId: ShapeId.nullable(),
    effort: Score.nullable(),
    impact: Score.nullable(),
    moscow: Moscow.nullable(),
    actionType: ActionType.nullable(),
    /** The idea that this one was merged into; a cycle is ignored by readers. */
    mergedInto: ShapeId.nullable(),
  },
  defaults: {
    status: 'proposed',
    ownerParticipantId: null,
    organisationId: null,
    effort: null,
    impact: null,
    moscow: null,
    actionType: null,
    mergedInto: null,
  },
  size: { w: 200, h: 130 },
})
export type Idea = z.infer<typeof idea.schema>
