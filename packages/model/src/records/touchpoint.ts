import { z } from 'zod'
import { ShapeId } from '../ids/recordId.ts'
import { Basis, Channel, Friction, Handover, Initiator, Relation, RequiredBy } from './enumerations.ts'
import { lines, shapeKind, STORED_LIST_LIMIT } from './shapeKind.ts'

/** One moment in which a person meets an organisation, waits or thinks (NL: Stap). Fields: model.md B2. */
export const touchpoint = shapeKind('touchpoint', {
  texts: {
    title: 80,
    description: 300,
    whyNeeded: 200,
    /** basis data: which source, which year, how many people. */
    source: 120,
  },
  fields: {
    /** null = not chosen yet; `none` = waiting or thinking. */
    channel: Channel.nullable(),
    desiredChannel: Channel.nullable(),
    initiator: Initiator.nullable(),
    /** Whether the responsible organisation knows that this happens. */
    seenByOrg: z.boolean(),
    /** Actors involved; one may be gone. */
    actorIds: z.array(ShapeId).max(STORED_LIST_LIMIT),
    basis: Basis,
    /** Waiting before or at this step, in days; null = not asked. */
    waitDays: z.number().int().min(0).max(10_000).nullable(),
    friction: z.array(Friction).max(STORED_LIST_LIMIT),
    requiredBy: RequiredBy.nullable(),
    relation: Relation.nullable(),
    /** How the person is handed over to the next step. */
    handover: Handover.nullable(),
    /** Twin of this step in another journey; may be gone. */
    sameAs: ShapeId.nullable(),
    labels: lines(30),
  },
  defaults: {
    channel: null,
    desiredChannel: null,
    initiator: null,
    seenByOrg: true,
    actorIds: [],
    basis: 'assumption',
    waitDays: null,
    friction: [],
    requiredBy: null,
    relation: null,
    handover: null,
    sameAs: null,
    labels: [],
  },
  size: { w: 200, h: 150 },
})
export type Touchpoint = z.infer<typeof touchpoint.schema>
