import { z } from 'zod'

/**
 * What one person brought into a session: answer of `GET /api/v1/rooms/:roomId/participants/:participantId/contribution` (what would
 * go), and of `DELETE /api/v1/rooms/:roomId/participants/:participantId` (what went).
 */
export const Contribution = z.object({
  /** Cards and drawings that go whole. */
  cards: z.number().int().min(0),
  /** Cards of others, or that others need, from which her words go. */
  texts: z.number().int().min(0),
  /** Targets on which she put dots. */
  votes: z.number().int().min(0),
})
export type Contribution = z.infer<typeof Contribution>
