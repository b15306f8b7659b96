import { CheckedLink, RenewedLink } from '@samenreis/model/api/links'
import {
  CreatedRoom,
  CreatedSession,
  Room,
  RoomView,
  type LinkRight,
  type NewRoom,
  type NewSession,
  type RoomChange,
} from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { readAnswer } from './answer.ts'
import { client } from './client.ts'

const { rooms } = client.api.v1

/** Makes a session. @throws ProblemError */
export function createRoom(room: NewRoom): Promise<CreatedRoom> {
  return readAnswer(rooms.$post({ json: room }), CreatedRoom)
}

/** Joins a session, or comes back to it. The browser keeps the cookie. @throws ProblemError */
export function openSession(roomId: RoomId, session: NewSession): Promise<CreatedSession> {
  return readAnswer(rooms[':roomId'].sessions.$post({ param: { roomId }, json: session }), CreatedSession)
}

/** What a link is for, and of which session; nobody comes in by asking. @throws ProblemError `link-invalid`, `link-revoked` */
export function checkLink(roomId: RoomId, secret: string): Promise<CheckedLink> {
  return readAnswer(rooms[':roomId']['link-checks'].$post({ param: { roomId }, json: { secret } }), CheckedLink)
}

/** The session and who this device is in it. @throws ProblemError `not-signed-in` when it does not take part */
export function readRoom(roomId: RoomId): Promise<RoomView> {
  return readAnswer(rooms[':roomId'].$get({ param: { roomId } }), RoomView)
}

/** Changes name, question or end of the session; facilitators only. @throws ProblemError */
export function changeRoom(roomId: RoomId, change: RoomChange): Promise<Room> {
  return readAnswer(rooms[':roomId'].$patch({ param: { roomId }, json: change }), Room)
}

/** Gives a link a new secret; whoever came in by the old one is out. Facilitators only. @throws ProblemError */
export function renewLink(roomId: RoomId, right: LinkRight): Promise<RenewedLink> {
  return readAnswer(rooms[':roomId'].links[':right'].$post({ param: { roomId, right } }), RenewedLink)
}
