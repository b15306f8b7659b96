import { NewSession, RoomParam, type CreatedSession } from '@samenreis/model/api/rooms'
import { Hono } from 'hono'
import type { AppDeps } from './AppDeps.ts'
import { addressOf, carrierOf } from './caller.ts'
import { setSessionCookie } from './sessionCookie.ts'
import { shownRoom } from './shown.ts'
import { valid } from './valid.ts'

/** `/rooms/:roomId/sessions`: the way in. */
export function sessionRoutes({ entrance, roster, trustedProxies, log }: AppDeps) {
  return new Hono().post('/', valid('param', RoomParam, 'link-invalid'), valid('json', NewSession), async (c) => {
    const { roomId } = c.req.valid('param')
    const address = addressOf(c, trustedProxies)
    const entry = await entrance.enter(roomId, c.req.valid('json'), carrierOf(c), address)
    setSessionCookie(c, roomId, entry.opened)
    log.info('session-opened', { room: roomId, reason: entry.right })
    await roster.announce(roomId)
    const created: CreatedSession = {
      participant: roster.shown(entry.participant),
      room: shownRoom(entry.room),
      right: entry.right,
      token: entry.opened.token,
    }
    return c.json(created, 201)
  })
}
