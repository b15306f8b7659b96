import { CreatedRoom, CreatedSession, RoomView, type NewRoom, type NewSession } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { readAnswer } from './answer.ts'

const BASE = '/api/v1'

/** Makes a session. @throws ProblemError */
export function createRoom(room: NewRoom): Promise<CreatedRoom> {
  return readAnswer(post(`${BASE}/rooms`, room), CreatedRoom)
}

/** Joins a session, or comes back to it. The browser keeps the cookie. @throws ProblemError */
export function openSession(roomId: RoomId, session: NewSession): Promise<CreatedSession> {
  return readAnswer(post(`${BASE}/rooms/${roomId}/sessions`, session), CreatedSession)
}

/** The session and who this device is in it. @throws ProblemError `not-signed-in` when it does not take part */
export function readRoom(roomId: RoomId): Promise<RoomView> {
  return readAnswer(fetch(`${BASE}/rooms/${roomId}`), RoomView)
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
}
