import { zValidator } from '@hono/zod-validator'
import type { ProblemCode } from '@samenreis/model/api/problem'
import type { ValidationTargets } from 'hono'
import type { z } from 'zod'
import { ProblemError } from './ProblemError.ts'

/**
 * Judges one part of a request. What does not hold is a problem that names the fields and never what stood in them.
 *
 * @param code what it is called when it does not hold: `invalid-request`, or `room-not-found` for a part of the address
 */
export function valid<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
  code: Extract<ProblemCode, 'invalid-request' | 'room-not-found' | 'not-found' | 'link-invalid'> = 'invalid-request',
) {
  return zValidator(target, schema, (result) => {
    if (result.success) return
    const fields = new Set(result.error.issues.map((issue) => issue.path.join('.')))
    throw new ProblemError(code, code === 'invalid-request' ? { fields: [...fields] } : {})
  })
}
