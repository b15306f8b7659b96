import { NewVersion, VersionParam, type Version } from '@samenreis/model/api/versions'
import { Hono } from 'hono'
import type { AppDeps } from './AppDeps.ts'
import { facilitators, members, type MemberEnv } from './member.ts'
import { valid } from './valid.ts'

/** `/rooms/:roomId/versions`: earlier boards, for facilitators. The agenda keeps one at each of its steps (`reason: step`). */
export function versionRoutes({ versions, sessions, log }: AppDeps) {
  const version = valid('param', VersionParam, 'not-found')
  return new Hono<MemberEnv>()
    .get('/', members(sessions), facilitators, async (c) => c.json(await versions.list(c.var.member.room.id), 200))
    .post('/', members(sessions), facilitators, valid('json', NewVersion), async (c) => {
      const { room } = c.var.member
      const { id, reason, name, keptAt, expiresAt, cards } = await versions.keep(room.id, c.req.valid('json'))
      log.info('version-kept', { room: room.id, reason })
      const kept: Version = { id, reason, name, keptAt, expiresAt, cards }
      return c.json(kept, 201)
    })
    .get('/:versionId', members(sessions), facilitators, version, async (c) => {
      return c.json(await versions.view(c.var.member.room.id, c.req.valid('param').versionId), 200)
    })
    .post('/:versionId/restorations', members(sessions), facilitators, version, async (c) => {
      return c.json(await versions.restore(c.var.member.room, c.req.valid('param').versionId), 201)
    })
}
