import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Log } from '../log.ts'

/** One event per request, at level debug: the route's pattern and numbers. Never the address that was asked for. */
export function requestLog(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const startedAt = performance.now()
    await next()
    const ms = Math.round(performance.now() - startedAt)
    log.debug('request', { reason: `${c.req.method} ${routePath(c, -1)}`, numbers: { status: c.res.status, ms } })
  }
}
