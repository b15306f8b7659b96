import type { Extraction } from '@samenreis/model/actions/improvementAction'
import { ActionId } from '@samenreis/model/ids/actionId'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { ActionStatus, ActionType, Basis, Layer, Moscow, Quadrant, Score } from '@samenreis/model/records/enumerations'
import { z } from 'zod'

const Via = z.enum(['belongs_to', 'arrow', 'field', 'frame', 'cell', 'nearest', 'aligned', 'inherited'])
const Ref = z.looseObject({ id: ShapeId, label: z.string(), via: Via })
const votes = z.number().int().min(0)

/** Every flag of actions.md D5. */
export const WarningCode = z.enum([
  'PHASE_DIFFERS',
  'AMBIGUOUS_ALIGNMENT',
  'PLACED_NEAR_EDGE',
  'UNPLACED',
  'OWNER_CONFLICT',
  'ORG_FIELD_OVER_ARROW',
  'ORG_SUGGESTED',
  'OWNER_MULTIPLE',
  'OWNER_IS_CLIENT',
  'OWNER_GONE',
  'POSSIBLE_DUPLICATE',
  'TITLE_FROM_DESCRIPTION',
  'TITLE_SHORTENED',
  'DANGLING_LINK',
  'REMOVED_FROM_BOARD',
  'ARROW_UNBOUND',
  'UNTYPED_CARD',
  'MATRIX_OVER_FIELD',
  'QUICK_WIN_MISMATCH',
  'QUICK_WIN_NEEDS_POLICY',
  'QUOTE_WITHHELD',
  'VOTES_OPEN',
  'DEPENDENCY_CYCLE',
  'DEADLINE_UNPARSED',
  'DEADLINE_PAST',
  'PERSONAL_DATA',
])

const ImprovementActionAnswer = z.looseObject({
  id: ActionId,
  source: z.looseObject({ shapeId: ShapeId, kind: z.enum(['idea', 'untyped', 'consequence']) }),
  title: z.string(),
  description: z.string().nullable(),
  status: ActionStatus,
  type: ActionType,
  typeSource: z.enum(['explicit', 'consequence', 'dependency', 'matrix', 'default']),
  theme: z.string().nullable(),
  owner: z.looseObject({ name: z.string(), participantId: ParticipantId.nullable() }).nullable(),
  organisation: Ref.nullable(),
  contributors: z.array(Ref),
  deadline: z.looseObject({ date: z.iso.date().nullable(), text: z.string() }).nullable(),
  effort: Score.nullable(),
  impact: Score.nullable(),
  quadrant: Quadrant.nullable(),
  moscow: Moscow.nullable(),
  priority: z.looseObject({
    votes,
    voters: votes,
    byGroup: z.object({ client: votes, professional: votes, policy: votes, other: votes }),
    rank: z.number().int().min(1),
  }),
  journey: z.looseObject({ id: ShapeId, kind: z.string() }).nullable(),
  phases: z.array(Ref),
  touchpoints: z.array(Ref),
  painPoints: z.array(Ref),
  personas: z.array(Ref),
  quotes: z.array(Ref.extend({ voice: z.string(), basis: z.string() })),
  consequences: z.array(z.looseObject({ id: ShapeId, layer: Layer.nullable(), text: z.string(), via: Via })),
  evidence: Basis.nullable(),
  dependsOn: z.array(ActionId),
  mergedFrom: z.array(ShapeId),
  possibleDuplicateOf: z.array(ActionId),
  missing: z.array(z.enum(['owner', 'organisation', 'deadline', 'painPoint', 'effortImpact'])),
  ready: z.boolean(),
  warnings: z.array(z.looseObject({ code: WarningCode, refs: z.array(z.string()) })),
})

/** Answer of `GET /api/v1/rooms/:roomId/actions`: the Extraction of actions.md D1. */
export const ExtractionAnswer = z.looseObject({
  roomId: z.string(),
  boardVersion: z.union([z.number(), z.string()]),
  extractedAt: z.string(),
  actions: z.array(ImprovementActionAnswer),
  dropped: z.array(ImprovementActionAnswer),
  rejected: z.array(z.looseObject({ shapeId: ShapeId, reason: z.literal('EMPTY') })),
}) satisfies z.ZodType<Extraction>
