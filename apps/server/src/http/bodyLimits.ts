import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ProblemError } from './ProblemError.ts'

/** Largest body of an ordinary request: names, titles and a secret fit many times. */
export const REQUEST_MAX_BYTES = 64 * 1024
/** Largest board file (reliability.md C6). */
export const IMPORT_MAX_BYTES = 25 * 1024 * 1024

/** Refuses a larger body: by its announced length before anything is read, else where it goes past the limit. */
export function upTo(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError('too-large', { detail: `At most ${maxSize} bytes` })
    },
  })
}
