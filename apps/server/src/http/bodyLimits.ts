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

/** A body that is read as it comes, of which less than so many bytes came in so long, in ms, is not waited for. */
const SLOW_BYTES = 64 * 1024
const SLOW_MS = 8000

/** Reads the body before it is asked who sent it: what he may do is judged when all of it is there. Stands behind `upTo`. */
export const wholeBody: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') await c.req.arrayBuffer()
  await next()
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
  if (body === null) return
  const reader = body.getReader()
  let size = 0
  // Somebody else waits for his turn: a line that brings less than this of it for long is given up.
  let [dueSize, dueAtMs] = [SLOW_BYTES, performance.now() + SLOW_MS]
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined
      const tooSlow = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new ProblemError('invalid-request', { detail: 'Too slow' })),
          dueAtMs - performance.now(),
        )
      })
      const { done, value } = await Promise.race([reader.read(), tooSlow]).finally(() => clearTimeout(timer))
      if (done) return
      size += value.byteLength
      if (size > maxSize) throw tooLarge(maxSize)
      if (size >= dueSize) [dueSize, dueAtMs] = [size + SLOW_BYTES, performance.now() + SLOW_MS]
      const takenAtMs = performance.now()
      yield value
      // What whoever takes it needs is no fault of the line.
      dueAtMs += performance.now() - takenAtMs
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function tooLarge(maxSize: number): ProblemError {
  return new ProblemError('too-large', { detail: `At most ${maxSize} bytes` })
}
