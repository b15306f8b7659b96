import { LinkToCheck, type CheckedLink } from '@samenreis/model/api/links'
import { RoomParam } from '@samenreis/model/api/rooms'
import { Hono } from 'hono'
import type { AppDeps } from './AppDeps.ts'
import { addressOf, carrierOf } from './caller.ts'
import { valid } from './valid.ts'

/** `/rooms/:roomId/link-checks`: what a link is for. Not a GET, because the secret would stand in the address. */
export function linkCheckRoutes({ entrance, trustedProxies }: AppDeps) {
  return new Hono().post('/', valid('param', RoomParam, 'link-invalid'), valid('json', LinkToCheck), async (c) => {
    const { roomId } = c.req.valid('param')
    const { secret } = c.req.valid('json')
    const { room, right } = await entrance.check(roomId, secret, carrierOf(c), addressOf(c, trustedProxies))
    const answer: CheckedLink = { right, room: { title: room.title, language: room.language } }
    return c.json(answer, 200)
  })
}
