import type { MiddlewareHandler } from 'hono'
import type { AllowedOrigins } from '../access/AllowedOrigins.ts'
import { ProblemError } from './ProblemError.ts'

/** What changes nothing on the server and may be asked from anywhere; its answer is unreadable to other websites. */
const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses what another website makes a visitor's browser do (reliability.md F61). Programs send no Origin and may come. */
export function originGuard(origins: AllowedOrigins): MiddlewareHandler {
  return async (c, next) => {
    if (!harmless.has(c.req.method)) {
      const origin = c.req.header('Origin')
      const site = c.req.header('Sec-Fetch-Site')
      const foreign =
        origin === undefined
          ? site !== undefined && site !== 'same-origin' && site !== 'none'
          : !origins.allows(origin, c.req.header('Host'))
      if (foreign) throw new ProblemError('forbidden', { detail: 'This website may not act for a visitor' })
    }
    await next()
  }
}
