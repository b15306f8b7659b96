import { z } from 'zod'
import { ParticipantId } from '../ids/participantId.ts'
import { ShapeId } from '../ids/recordId.ts'
import { ActionStatus, Basis, CardKind, Layer, Moscow, Verdict, Voice } from './enumerations.ts'
import { shapeKind } from './shapeKind.ts'

/**
 * Everything that is just a short text (NL: Kaartje): quote, need, good practice, consequence, policy rule, question.
 * One kind of shape with a `kind`, so a card can change kind without losing its words. Fields that another kind uses keep
 * their value.
 */
export const card = shapeKind('card', {
  texts: {
    text: 280,
    /** basis data: which source, which year, how many people. */
    source: 120,
    /** good_practice: where it is done. */
    where: 120,
    /** policy_rule: why it fits or clashes. */
    reason: 200,
    /** promoted consequence: the words of the action; '' = the card's own text. */
    title: 120,
    /** promoted consequence: who does it. */
    owner: 80,
    /** promoted consequence: when, as typed. */
    deadline: 40,
  },
  fields: {
    kind: CardKind,
    /** quote: who speaks. */
    voice: Voice.nullable(),
    basis: Basis,
    /** quote: whether these words may stand in the report. */
    consentReport: z.boolean(),
    authorId: ParticipantId.nullable(),
    /** good_practice: who does it. */
    actorId: ShapeId.nullable(),
    /** consequence: which layer of the organisation. */
    layer: Layer.nullable(),
    /** consequence: also an action of its own. */
    promoted: z.boolean(),
    ownerParticipantId: ParticipantId.nullable(),
    organisationId: ShapeId.nullable(),
    status: ActionStatus,
    moscow: Moscow.nullable(),
    /** policy_rule. */
    verdict: Verdict.nullable(),
    /** For whom it was typed, when somebody else typed it. */
    onBehalfOf: ParticipantId.nullable(),
    /** Persona in practice mode. */
    spokenAs: ShapeId.nullable(),
  },
  defaults: {
    kind: 'quote',
    voice: null,
    basis: 'assumption',
    consentReport: false,
    authorId: null,
    actorId: null,
    layer: null,
    promoted: false,
    ownerParticipantId: null,
    organisationId: null,
    status: 'proposed',
    moscow: null,
    verdict: null,
    onBehalfOf: null,
    spokenAs: null,
  },
  size: { w: 200, h: 120 },
})
export type Card = z.infer<typeof card.schema>
