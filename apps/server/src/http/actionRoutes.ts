import { Hono } from 'hono'
import { extractionOf } from '../exports/extraction.ts'
import type { AppDeps } from './AppDeps.ts'
import { members, type MemberEnv } from './member.ts'
import { ProblemError } from './ProblemError.ts'

/** `/rooms/:roomId/actions`: the extraction of the board as it is stored now. For everyone in the room but screens. */
export function actionRoutes({ directory, rooms, sessions, now }: AppDeps) {
  return new Hono<MemberEnv>().get('/', members(sessions), async (c) => {
    const { room, session } = c.var.member
    if (session.right === 'screen') throw new ProblemError('forbidden')
    return c.json(await extractionOf(room, { rooms, directory, now }), 200)
  })
}
