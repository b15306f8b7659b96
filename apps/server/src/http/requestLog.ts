import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Log } from '../log.ts'

/** One event per request, at level debug: the route's pattern and numbers. Never the address that was asked for. */
export function requestLog(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const startedAt = performance.now()
    await next()
    const ms = Math.round(performance.now() - startedAt)
    // Middleware is registered for every method; the last one with a method of its own is what answered.
    const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')
    log.debug('request', {
      reason: `${c.req.method} ${route?.path ?? 'no-route'}`,
      numbers: { status: c.res.status, ms },
    })
  }
}
