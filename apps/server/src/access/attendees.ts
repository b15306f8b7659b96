import { guestAvatars } from '@samenreis/model/api/participant'
import type { Vote } from '@samenreis/model/api/votes'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { RoomContent } from '@samenreis/model/interchange/roomContent'
import type { ParticipantRecord } from '../storage/RoomDirectory.ts'
import { newParticipantId, type RandomBytes } from './secrets.ts'

/**
 * People whose votes came along with a board, and these votes, under ids of this room: those of the content are unique
 * within the content alone. They count for the totals and are never shown as someone in the room.
 */
export function attendeesOf(
  content: Pick<RoomContent, 'attendees' | 'votes'>,
  roomId: RoomId,
  createdAt: string,
  random: RandomBytes,
): { participants: ParticipantRecord[]; votes: Vote[]; newIds: ReadonlyMap<ParticipantId, ParticipantId> } {
  const newIds = new Map(content.attendees.map(({ id }) => [id, newParticipantId(random)]))
  const participants = content.attendees.flatMap(({ id, name, role }, at): ParticipantRecord[] => {
    const newId = newIds.get(id)
    const avatar = guestAvatars[at % guestAvatars.length] ?? guestAvatars[0]
    return newId === undefined ? [] : [{ id: newId, roomId, name, avatar, role, createdAt, demo: true }]
  })
  const votes = content.votes.flatMap((vote): Vote[] => {
    const participantId = newIds.get(vote.participantId)
    return participantId === undefined ? [] : [{ ...vote, participantId }]
  })
  return { participants, votes, newIds }
}
