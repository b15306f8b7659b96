import type { Context, MiddlewareHandler } from 'hono'
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
      throw tooLarge(maxSize)
    },
  })
}

/**
 * The body as it comes in, without keeping it: a larger one is refused by its announced length before anything is read, else where it
 * goes past the limit. @throws ProblemError `too-large`, while it is read in the second case
 */
export function bodyUpTo(c: Context, maxSize: number): AsyncIterable<Uint8Array> {
  if (Number(c.req.header('Content-Length') ?? 0) > maxSize) throw tooLarge(maxSize)
  return counted(c.req.raw.body, maxSize)
}

async function* counted(body: ReadableStream<Uint8Array> | null, maxSize: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > maxSize) throw tooLarge(maxSize)
    yield chunk
  }
}

function tooLarge(maxSize: number): ProblemError {
  return new ProblemError('too-large', { detail: `At most ${maxSize} bytes` })
}
