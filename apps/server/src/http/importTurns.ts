import { createMiddleware } from 'hono/factory'
import type { MemberEnv } from './member.ts'
import { ProblemError } from './ProblemError.ts'

/** Files that may be read at once: each has a process of its own, of some hundreds of megabytes at most (reliability.md F75). */
const AT_ONCE = 2
/** About how long one takes. */
const RETRY_AFTER_MS = 5000

/** Lets one file of a room in at a time, and few of all rooms. Stands before anything of the body is read. */
export function importTurns() {
  const rooms = new Set<string>()
  return createMiddleware<MemberEnv>(async (c, next) => {
    const { id } = c.var.member.room
    if (rooms.has(id) || rooms.size >= AT_ONCE) throw new ProblemError('too-many', { retryAfterMs: RETRY_AFTER_MS })
    rooms.add(id)
    try {
      await next()
    } finally {
      rooms.delete(id)
    }
  })
}
