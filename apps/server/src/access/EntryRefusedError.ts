import type { ProblemCode } from '@samenreis/model/api/problem'

/** Someone may not come in, or may not do this. HTTP answers with the problem of this code. */
export class EntryRefusedError extends Error {
  override readonly name = 'EntryRefusedError'
  readonly code: Extract<ProblemCode, 'link-invalid' | 'link-revoked' | 'forbidden' | 'too-many'>
  /** Milliseconds after which another try makes sense; null when none does. */
  readonly retryAfterMs: number | null

  constructor(code: EntryRefusedError['code'], retryAfterMs: number | null = null) {
    super(`Refused: ${code}`)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}
