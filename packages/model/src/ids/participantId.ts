import { z } from 'zod'

/** One person in one room; the same device comes back as the same participant. Not an account, not a Yjs client id. */
export const ParticipantId = z
  .string()
  .regex(/^pa_[A-Za-z0-9]{1,32}$/)
  .brand<'ParticipantId'>()
export type ParticipantId = z.infer<typeof ParticipantId>
