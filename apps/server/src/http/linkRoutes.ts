import { LinkParam, type RenewedLink } from '@samenreis/model/api/links'
import { Hono } from 'hono'
import { hashOf } from '../access/secrets.ts'
import type { AppDeps } from './AppDeps.ts'
import { facilitators, members, type MemberEnv } from './member.ts'
import { setSessionCookie } from './sessionCookie.ts'
import { valid } from './valid.ts'

/** `/rooms/:roomId/links/:right`: a link gets a new secret. The old ones cannot be given back: only hashes are kept. */
export function linkRoutes({ sessions, links, log }: AppDeps) {
  return new Hono<MemberEnv>().post(
    '/:right',
    members(sessions),
    facilitators,
    valid('param', LinkParam, 'not-found'),
    async (c) => {
      const { room, participant, session } = c.var.member
      const { right } = c.req.valid('param')
      const secret = await links.renew(room.id, right, session)
      log.info('link-renewed', { room: room.id, reason: right })
      const answer: RenewedLink = { right, secret, token: null }
      if (right === 'facilitator') {
        // The one who renews it was in by the old one herself.
        const opened = await sessions.open(participant, right, hashOf(secret))
        setSessionCookie(c, room.id, opened)
        answer.token = opened.token
      }
      return c.json(answer, 201)
    },
  )
}
