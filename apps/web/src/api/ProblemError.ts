import { Problem, type ProblemCode } from '@samenreis/model/api/problem'

/** Beside the server's codes: no answer came at all, or one that is none of ours. */
export type ProblemReason = ProblemCode | 'unreachable' | 'unexpected-answer'

/** Something that was asked of the server and not done. The interface has a sentence for each reason (`problems`). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly reason: ProblemReason
  /** Fields of the request that did not hold, as paths. */
  readonly fields: readonly string[]

  constructor(reason: ProblemReason, fields: readonly string[] = [], options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
    this.fields = fields
  }

  /** The problem that an error answer tells of; a body that is no problem is `unexpected-answer`. */
  static fromBody(body: unknown): ProblemError {
    const problem = Problem.safeParse(body)
    return problem.success
      ? new ProblemError(problem.data.code, problem.data.fields ?? [])
      : new ProblemError('unexpected-answer')
  }
}

/** Why it failed, for whatever was thrown. */
export function reasonOf(error: unknown): ProblemReason {
  return error instanceof ProblemError ? error.reason : 'unexpected-answer'
}
