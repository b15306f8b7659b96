import { NewSession, RoomParam, type CreatedSession } from '@samenreis/model/api/rooms'
import { Hono } from 'hono'
import type { AppDeps } from './AppDeps.ts'
import { addressOf, carrierOf } from './caller.ts'
import { members, type MemberEnv } from './member.ts'
import { clearSessionCookie, setSessionCookie } from './sessionCookie.ts'
import { shownRoom } from './shown.ts'
import { valid } from './valid.ts'

/** `/rooms/:roomId/sessions`: the way in, and the way out. */
export function sessionRoutes({ entrance, sessions, rooms, roster, retention, trustedProxies, log }: AppDeps) {
  return new Hono<MemberEnv>()
    .post('/', valid('param', RoomParam, 'link-invalid'), valid('json', NewSession), async (c) => {
      const { roomId } = c.req.valid('param')
      const address = addressOf(c, trustedProxies)
      const entry = await entrance.enter(roomId, c.req.valid('json'), carrierOf(c), address)
      setSessionCookie(c, roomId, entry.opened)
      log.info('session-opened', { room: roomId, reason: entry.right })
      await roster.announce(roomId)
      const created: CreatedSession = {
        participant: roster.shown(entry.participant),
        room: shownRoom(entry.room, retention),
        right: entry.right,
        token: entry.opened.token,
      }
      return c.json(created, 201)
    })
    .delete('/current', members(sessions), async (c) => {
      const { session } = c.var.member
      const { roomId, participantId } = session
      const isElsewhere = await sessions.end(session)
      // Connections are the person's, not the session's: another device of hers comes back by itself.
      rooms.disconnect(roomId, (id) => id === participantId, isElsewhere ? 'restarting' : 'not-signed-in')
      clearSessionCookie(c, roomId)
      return c.body(null, 204)
    })
}
