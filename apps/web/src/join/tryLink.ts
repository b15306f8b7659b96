import type { RoomView } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { ProblemError } from '../api/ProblemError.ts'
import { openSession } from '../api/rooms.ts'

/**
 * Finds out what a link is for by using it: a role that does not fit the link is refused (`forbidden`) and changes nothing, so
 * only a participant's link leaves all questions open. Screens and facilitators are in afterwards.
 *
 * @throws ProblemError `link-invalid`, `link-revoked`, or why the server could not be asked
 */
export async function tryLink(
  roomId: RoomId,
  secret: string,
  maker: { readonly name: string } | null,
): Promise<RoomView | 'participant'> {
  for (const role of maker === null ? (['screen', 'facilitator'] as const) : (['facilitator'] as const)) {
    try {
      const name = maker !== null && maker.name !== '' ? { name: maker.name } : {}
      const { participant, room, right } = await openSession(roomId, { secret, role, ...name })
      return { room, me: participant, right }
    } catch (error) {
      if (!(error instanceof ProblemError) || error.reason !== 'forbidden') throw error
    }
  }
  return 'participant'
}
