import type { ProblemCode } from '@samenreis/model/api/problem'

/** An answer that is an error: thrown by routes, made into problem details at one place (`problemAnswer.ts`). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  /** What was wrong, for programmers; never what somebody wrote. */
  readonly detail: string | undefined
  /** Paths of the fields that did not hold. */
  readonly fields: readonly string[]
  readonly retryAfterMs: number | null

  constructor(
    code: ProblemCode,
    {
      detail,
      fields = [],
      retryAfterMs = null,
      cause,
    }: { detail?: string; fields?: readonly string[]; retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(code, { cause })
    this.code = code
    this.detail = detail
    this.fields = fields
    this.retryAfterMs = retryAfterMs
  }
}
