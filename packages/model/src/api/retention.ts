import { z } from 'zod'

/** Days after its last use that a session is kept when nobody chose an end (reliability.md C8). */
export const RETENTION_DEFAULT_DAYS = 30
/** Days after its making beyond which no session is kept, whatever is chosen (reliability.md C8). */
export const RETENTION_MAX_DAYS = 365
/** Days before the end from which facilitators are warned, and from which they are warned once more (reliability.md F85). */
export const RETENTION_WARN_DAYS = 14
export const RETENTION_LAST_WARN_DAYS = 1

/** Until when a session is kept, as its members see it. */
export const RoomRetention = z.object({
  /** The last day that it is kept, ISO date in the Netherlands; it is erased when that day is over. */
  until: z.iso.date(),
  /** Days until then by the server's clock; 0 = today is the last one. */
  daysLeft: z.number().int().min(0),
  /** The last day that may be chosen, ISO date. */
  latest: z.iso.date(),
  /** Whether a facilitator chose this end. Otherwise it moves along with the last use. */
  chosen: z.boolean(),
})
export type RoomRetention = z.infer<typeof RoomRetention>
