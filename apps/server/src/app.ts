import { Hono } from 'hono'
import { securityHeaders } from './http/securityHeaders.ts'
import type { WebFiles } from './http/WebFiles.ts'
import { webRoutes } from './http/webRoutes.ts'

/** Everything that answers may need. */
export interface AppDeps {
  /** The built web app; null where something else serves it (development). */
  readonly web: WebFiles | null
  /** False while the server stops: no new work should be sent here. */
  readonly ready: () => boolean
}

/** All of HTTP. No side effects: what it needs is given (examples-to-follow.md, 14). */
export function createApp({ web, ready }: AppDeps) {
  const app = new Hono()
    .use(securityHeaders)
    .get('/health', (c) =>
      ready()
        ? c.json({ status: 'ok' as const }, 200, { 'Cache-Control': 'no-store' })
        : c.json({ status: 'stopping' as const }, 503, { 'Cache-Control': 'no-store' }),
    )
  if (web !== null) app.route('/', webRoutes(web))
  return app
}
export type AppType = ReturnType<typeof createApp>
