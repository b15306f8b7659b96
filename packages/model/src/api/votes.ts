import { z } from 'zod'
import { ParticipantId } from '../ids/participantId.ts'
import { ShapeId } from '../ids/recordId.ts'

/** A round of dots. Never in the document: who syncs a Y.Doc can read it (design.md, Document). */
export const VoteRound = z.looseObject({
  id: z.string().min(1).max(64),
  target: z.enum(['pain-point', 'idea', 'persona', 'touchpoint']),
  status: z.enum(['open', 'closed']),
  votesEach: z.number().int().min(1).max(10),
  maxPerTarget: z.number().int().min(1).max(10),
  /** When it was closed, by the server's clock; decides which round is the last. */
  closedAt: z.iso.datetime().nullable(),
})
export type VoteRound = z.infer<typeof VoteRound>

/** Dots of one participant on one target in one round; totals are computed, never stored (model.md B0.5). */
export const Vote = z.looseObject({
  roundId: z.string().min(1).max(64),
  participantId: ParticipantId,
  targetId: ShapeId,
  count: z.number().int().min(1).max(10),
})
export type Vote = z.infer<typeof Vote>
