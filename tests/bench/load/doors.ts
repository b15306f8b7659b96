import { CreatedRoom, CreatedSession } from '@samenreis/model/api/rooms'
import { SUBPROTOCOL, TOKEN_SUBPROTOCOL_PREFIX } from '@samenreis/model/protocol/messages'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Peer } from './ServerUnderTest.ts'
import type { Door } from './Wire.ts'

/** Requests for sessions that are under way at once: a room fills in a minute, not in a blink. */
const AT_ONCE = 16

/** Makes a room over HTTP, as a facilitator does. */
export async function makeRoom(origin: string): Promise<CreatedRoom> {
  return CreatedRoom.parse(await post(`${origin}/api/v1/rooms`, { title: 'Volle zaal' }))
}

/** Lets people in by the participant link, each a participant of its own. */
export async function joinRoom(origin: string, { room, links }: CreatedRoom, people: number): Promise<Door[]> {
  const doors: Door[] = []
  for (let from = 0; from < people; from += AT_ONCE) {
    const group = Array.from({ length: Math.min(AT_ONCE, people - from) }, (_, at) => from + at)
    const sessions = group.map(async (person) => {
      const body = { secret: links.participant, name: `Deelnemer ${person}` }
      return CreatedSession.parse(await post(`${origin}/api/v1/rooms/${room.id}/sessions`, body))
    })
    for (const { token } of await Promise.all(sessions)) doors.push(doorOf(room.id, token))
  }
  return doors
}

export function doorOf(roomId: RoomId, token: string): Door {
  return { path: `/sync/${roomId}`, subprotocols: [SUBPROTOCOL, `${TOKEN_SUBPROTOCOL_PREFIX}${token}`] }
}

/** Ways into one room of a server, one for each of its people. */
export async function doorsOf(peer: Peer, origin: string, room: number, people: number): Promise<Door[]> {
  if (peer === 'samenreis') return await joinRoom(origin, await makeRoom(origin), people)
  return Array.from({ length: people }, () => ({ path: `/${roomName(room)}`, subprotocols: [] }))
}

/** As long as our own rooms' ids. */
export function roomName(room: number): string {
  return `room-${String(room).padStart(17, '0')}`
}

async function post(url: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return await answer.json()
}
