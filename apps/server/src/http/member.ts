import { RoomId } from '@samenreis/model/ids/roomId'
import { createMiddleware } from 'hono/factory'
import type { LiveSession, Sessions } from '../access/Sessions.ts'
import { carrierOf } from './caller.ts'
import { ProblemError } from './ProblemError.ts'

/** What routes of a room find in their context. */
export interface MemberEnv {
  Variables: {
    /** Who is asking, by the session of this room. */
    member: LiveSession
  }
}

/**
 * Lets only those in who have a session for the room of the address. A room that does not exist and one that somebody has no
 * session for answer alike (reliability.md F64).
 */
export function members(sessions: Sessions) {
  return createMiddleware<MemberEnv>(async (c, next) => {
    const roomId = RoomId.safeParse(c.req.param('roomId'))
    if (!roomId.success) throw new ProblemError('room-not-found')
    const live = await sessions.find(roomId.data, carrierOf(c))
    if (live === null) throw new ProblemError('not-signed-in')
    c.set('member', live)
    await next()
  })
}

/** Lets only those through who came in by the facilitator's link. Stands after `members`. */
export const facilitators = createMiddleware<MemberEnv>(async (c, next) => {
  if (c.var.member.session.right !== 'facilitator') throw new ProblemError('forbidden')
  await next()
})
