import { z } from 'zod'

/** Stable codes of problem details (RFC 9457). The interface has a sentence for each, in the user's language. */
export const ProblemCode = z.enum([
  'invalid-request',
  'not-signed-in',
  'forbidden',
  'room-not-found',
  'link-invalid',
  'link-revoked',
  'too-large',
  'wrong-format',
  'conflict',
  'too-many',
  'room-unavailable',
  'not-found',
  'internal',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/** Body of every error answer, `application/problem+json`. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: ProblemCode,
  detail: z.string().optional(),
  /** Which fields of the request did not hold, as paths. */
  fields: z.array(z.string()).optional(),
})
export type Problem = z.infer<typeof Problem>
