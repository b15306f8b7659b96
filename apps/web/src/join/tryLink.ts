import type { CheckedLink } from '@samenreis/model/api/links'
import type { NewSession, RoomView } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { checkLink, openSession } from '../api/rooms.ts'
import { showSessionLanguage } from '../i18n/i18n.ts'

/** What a link led to: screens and facilitators are in, a participant still has to say who he is. */
export type TriedLink =
  | { readonly kind: 'in'; readonly view: RoomView }
  | { readonly kind: 'participant'; readonly room: CheckedLink['room'] }

/**
 * Finds out what a link is for, and comes in by it where there is nothing to ask first.
 *
 * @throws ProblemError `link-invalid`, `link-revoked`, or why the server could not be asked
 */
export async function tryLink(
  roomId: RoomId,
  secret: string,
  maker: { readonly name: string } | null,
): Promise<TriedLink> {
  if (maker === null) {
    const { right, room } = await checkLink(roomId, secret)
    showSessionLanguage(room.language)
    return right === 'participant' ? { kind: 'participant', room } : comeIn(roomId, { secret, role: right })
  }
  // Whoever has just made the session holds the facilitator's link.
  const name = maker.name === '' ? {} : { name: maker.name }
  return comeIn(roomId, { secret, role: 'facilitator', ...name })
}

async function comeIn(roomId: RoomId, session: NewSession): Promise<TriedLink> {
  const { participant, room, right } = await openSession(roomId, session)
  return { kind: 'in', view: { room, me: participant, right } }
}
