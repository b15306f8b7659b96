import { z } from 'zod'
import { ParticipantId } from '../ids/participantId.ts'
import { ShapeId } from '../ids/recordId.ts'
import { CurveStatus, Sentiment, Voice } from './enumerations.ts'
import { shapeKind } from './shapeKind.ts'

/**
 * How one voice felt at each step of a journey (NL: Gevoelslijn). One author, so no conflict. A missing point was not asked,
 * it is not zero; a point of a step that is gone is ignored by readers.
 */
export const curve = shapeKind('curve', {
  texts: { label: 40 },
  fields: {
    journeyId: ShapeId.nullable(),
    voice: Voice,
    authorId: ParticipantId.nullable(),
    points: z.record(ShapeId, Sentiment),
    status: CurveStatus,
  },
  defaults: { journeyId: null, voice: 'client', authorId: null, points: {}, status: 'shown' },
  size: { w: 1600, h: 180 },
})
export type Curve = z.infer<typeof curve.schema>
