import { NewRoom, RoomChange, type CreatedRoom, type RoomView } from '@samenreis/model/api/rooms'
import { Hono } from 'hono'
import { prepareRoom } from '../access/newRoom.ts'
import { RateLimit } from '../access/RateLimit.ts'
import type { AppDeps } from './AppDeps.ts'
import { addressOf } from './caller.ts'
import { facilitators, members, type MemberEnv } from './member.ts'
import { ProblemError } from './ProblemError.ts'
import { clearSessionCookie } from './sessionCookie.ts'
import { shownRoom } from './shown.ts'
import { valid } from './valid.ts'

const HOUR_MS = 60 * 60 * 1000

/** `/rooms`: making a room, and the room itself for its members. */
export function roomRoutes(deps: AppDeps) {
  const { directory, rooms, sessions, roster, retention, erasures, random, now, log } = deps
  const made = new RateLimit(deps.roomsPerHour, HOUR_MS, now)
  const limited = valid('json', NewRoom)

  return new Hono<MemberEnv>()
    .post('/', limited, async (c) => {
      const retryAfterMs = made.count(addressOf(c, deps.trustedProxies))
      if (retryAfterMs > 0) throw new ProblemError('too-many', { retryAfterMs })
      const wish = c.req.valid('json')
      const kept = retention.ofNewRoom(wish.retentionUntil)
      if (kept === null) throw noSuchEnd()
      const { content, links } = prepareRoom(wish, { random, nowMs: now(), retention: kept })
      await directory.createRoom(content)
      log.info('room-created', { room: content.room.id, numbers: { updates: content.updates.length } })
      const created: CreatedRoom = { room: shownRoom(content.room, retention), links }
      return c.json(created, 201, { Location: `/api/v1/rooms/${content.room.id}` })
    })
    .get('/:roomId', members(sessions), (c) => {
      const { room, participant, session } = c.var.member
      const view: RoomView = { room: shownRoom(room, retention), me: roster.shown(participant), right: session.right }
      return c.json(view, 200)
    })
    .patch('/:roomId', members(sessions), facilitators, valid('json', RoomChange), async (c) => {
      const { room } = c.var.member
      const asked = c.req.valid('json')
      const { retentionUntil, title = room.title, question = room.question, localCopies = room.localCopies } = asked
      if (retentionUntil !== undefined && !retention.allows(room, retentionUntil)) throw noSuchEnd()
      const change = {
        title,
        question,
        localCopies,
        ...(retentionUntil === undefined ? {} : { retentionUntil, retentionChosen: true }),
      }
      await directory.changeRoom(room.id, change)
      const changed = { ...room, ...change }
      rooms.tell(room.id, { kind: 'room', title, question, localCopies })
      return c.json(shownRoom(changed, retention), 200)
    })
    .delete('/:roomId', members(sessions), facilitators, async (c) => {
      const { room, participant } = c.var.member
      await erasures.eraseRoom(room.id, participant.id)
      clearSessionCookie(c, room.id)
      return c.body(null, 204)
    })
}

/** A day before today, or longer than a room may be kept. */
function noSuchEnd(): ProblemError {
  return new ProblemError('invalid-request', { fields: ['retentionUntil'] })
}
