import type { Settings } from '@samenreis/model/api/settings'
import { Hono, type MiddlewareHandler } from 'hono'
import { except } from 'hono/combine'
import { actionRoutes } from './actionRoutes.ts'
import type { AppDeps } from './AppDeps.ts'
import { REQUEST_MAX_BYTES, upTo, wholeBody } from './bodyLimits.ts'
import { exportRoutes } from './exportRoutes.ts'
import { guessRoutes } from './guessRoutes.ts'
import { importRoutes } from './importRoutes.ts'
import { linkCheckRoutes } from './linkCheckRoutes.ts'
import { linkRoutes } from './linkRoutes.ts'
import { openApiDocument } from './openapi.ts'
import { originGuard } from './originGuard.ts'
import { participantRoutes } from './participantRoutes.ts'
import { ProblemError } from './ProblemError.ts'
import { roomRoutes } from './roomRoutes.ts'
import { sessionRoutes } from './sessionRoutes.ts'
import { versionRoutes } from './versionRoutes.ts'

/** Version of the interface, in every answer (NLGov REST API Design Rules). */
const API_VERSION = '1.0.0'

/** Answers are of one moment and one person: nothing keeps them (reliability.md F89). */
const apiHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('API-Version', API_VERSION)
  c.header('Cache-Control', 'no-store')
}

/** Everything under `/api/v1`, one chain, so that the typed client knows every path. */
export function apiRoutes(deps: AppDeps) {
  const description = openApiDocument(API_VERSION)
  const settings: Settings = { tldrawLicenseKey: deps.tldrawLicenseKey }
  return (
    new Hono()
      .use(apiHeaders)
      .use(originGuard(deps.origins))
      // An import has its own, higher limit, for facilitators only.
      .use(except('/api/v1/rooms/:roomId/imports', upTo(REQUEST_MAX_BYTES), wholeBody))
      .get('/openapi.json', (c) => c.json(description, 200))
      .get('/settings', (c) => c.json(settings, 200))
      .route('/rooms', roomRoutes(deps))
      .route('/rooms/:roomId/sessions', sessionRoutes(deps))
      .route('/rooms/:roomId/link-checks', linkCheckRoutes(deps))
      .route('/rooms/:roomId/participants', participantRoutes(deps))
      .route('/rooms/:roomId/links', linkRoutes(deps))
      .route('/rooms/:roomId/actions', actionRoutes(deps))
      .route('/rooms/:roomId/exports', exportRoutes(deps))
      .route('/rooms/:roomId/imports', importRoutes(deps))
      .route('/rooms/:roomId/guess-rounds', guessRoutes(deps))
      .route('/rooms/:roomId/versions', versionRoutes(deps))
      .all('/*', () => {
        throw new ProblemError('not-found')
      })
  )
}
