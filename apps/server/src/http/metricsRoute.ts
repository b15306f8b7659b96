import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { AppDeps } from './AppDeps.ts'
import { ProblemError } from './ProblemError.ts'

/**
 * `/metrics`: for who watches over the server, by the token of the settings and no other way. Without one it is not there, and
 * a wrong one is answered alike (docs/adr/0015): an address is no proof of who asks, behind a proxy everybody comes from one.
 */
export function metricsRoute({ metrics }: Pick<AppDeps, 'metrics'>) {
  return new Hono().get('/', async (c) => {
    const [, given = ''] = /^Bearer (.+)$/i.exec(c.req.header('Authorization') ?? '') ?? []
    if (metrics === null || !isSame(given, metrics.token)) throw new ProblemError('not-found')
    return c.body(await metrics.source.text(), 200, {
      'Content-Type': metrics.source.contentType,
      'Cache-Control': 'no-store',
    })
  })
}

/** Takes as long for a nearly right word as for a wrong one. */
function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted))
}

function digest(word: string): Buffer {
  return createHash('sha256').update(word).digest()
}
