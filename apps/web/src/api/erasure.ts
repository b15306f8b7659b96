import { Contribution } from '@samenreis/model/api/erasure'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { readAnswer, readDone } from './answer.ts'
import { client } from './client.ts'

const { rooms } = client.api.v1

/** Ends this device's session; the browser loses its cookie. @throws ProblemError */
export function leaveSession(roomId: RoomId): Promise<void> {
  return readDone(rooms[':roomId'].sessions.current.$delete({ param: { roomId } }))
}

/** Erases a session with everything of everybody, for good. Facilitators only. @throws ProblemError */
export function eraseRoom(roomId: RoomId): Promise<void> {
  return readDone(rooms[':roomId'].$delete({ param: { roomId } }))
}

/** How much somebody brought in that would be erased. @throws ProblemError */
export function readContribution(roomId: RoomId, participantId: ParticipantId): Promise<Contribution> {
  const asked = rooms[':roomId'].participants[':participantId'].contribution.$get({ param: { roomId, participantId } })
  return readAnswer(asked, Contribution)
}

/** Erases somebody and what she brought in; of oneself, or for facilitators of anybody. @throws ProblemError */
export function eraseContribution(roomId: RoomId, participantId: ParticipantId): Promise<Contribution> {
  const asked = rooms[':roomId'].participants[':participantId'].$delete({ param: { roomId, participantId } })
  return readAnswer(asked, Contribution)
}
