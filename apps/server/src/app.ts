import { Hono } from 'hono'
import { apiRoutes } from './http/apiRoutes.ts'
import type { AppDeps } from './http/AppDeps.ts'
import { metricsRoute } from './http/metricsRoute.ts'
import { problemAnswer } from './http/problemAnswer.ts'
import { ProblemError } from './http/ProblemError.ts'
import { requestLog } from './http/requestLog.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { webRoutes } from './http/webRoutes.ts'

/** All of HTTP. No side effects: what it needs is given (examples-to-follow.md, 14). */
export function createApp(deps: AppDeps) {
  const { web, ready, storageWorks, log } = deps
  const app = new Hono()
    .onError((error, c) => problemAnswer(error, c, log))
    .notFound((c) => problemAnswer(new ProblemError('not-found'), c, log))
    .use(requestLog(log))
    .use(securityHeaders)
    .get('/health', (c) => {
      const status = !ready() ? ('stopping' as const) : storageWorks() ? ('ok' as const) : ('storage-failing' as const)
      return c.json({ status }, status === 'ok' ? 200 : 503, { 'Cache-Control': 'no-store' })
    })
    .route('/metrics', metricsRoute(deps))
    .route('/api/v1', apiRoutes(deps))
  if (web !== null) app.route('/', webRoutes(web))
  return app
}
export type AppType = ReturnType<typeof createApp>
