import type { CreatedRoom, CreatedSession } from '@samenreis/model/api/rooms'
import type { RenewedLink } from '@samenreis/model/api/links'
import { closeReasonOf } from '@samenreis/model/protocol/closeCodes'
import {
  decodeServerMessage,
  SUBPROTOCOL,
  TOKEN_SUBPROTOCOL_PREFIX,
  type RoomEvent,
} from '@samenreis/model/protocol/messages'
import { createLog } from '@samenreis/server/log'
import { startServer, type RunningServer } from '@samenreis/server/server'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import * as decoding from 'lib0/decoding'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'

let server: RunningServer
beforeAll(async () => {
  server = await startServer({
    port: 0,
    host: '127.0.0.1',
    storage: new MemoryStorage(),
    webRoot: null,
    log: createLog('silent'),
  })
})
afterAll(() => server.close())

async function ask<T>(method: string, path: string, body?: object, token?: string): Promise<T> {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as T
}

/** An open connection of somebody who came in by this link. */
async function connect({ room, links }: CreatedRoom, right: keyof CreatedRoom['links']) {
  const session = await ask<CreatedSession>('POST', `/rooms/${room.id}/sessions`, { secret: links[right] })
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/sync/${room.id}`, [
    SUBPROTOCOL,
    `${TOKEN_SUBPROTOCOL_PREFIX}${session.token}`,
  ])
  const closed = once(socket, 'close').then(([code]) => closeReasonOf(Number(code)))
  await once(socket, 'message')
  return { ...session, socket, closed }
}

test('[AC8, F62, F77] renewing a link closes the connections that came in by it, and no others', async () => {
  const made = await ask<CreatedRoom>('POST', '/rooms', { title: 'Proef' })
  const leader = await connect(made, 'facilitator')
  const guest = await connect(made, 'participant')
  const screen = await connect(made, 'screen')
  const path = `/rooms/${made.room.id}/links`
  await ask<RenewedLink>('POST', `${path}/participant`, undefined, leader.token)
  expect(await guest.closed).toBe('not-signed-in')
  // Who renews her own link stays connected too.
  await ask<RenewedLink>('POST', `${path}/facilitator`, undefined, leader.token)
  for (const { socket } of [leader, screen]) {
    const pong = once(socket, 'pong')
    socket.ping()
    await pong
    expect(socket.readyState).toBe(WebSocket.OPEN)
    socket.close()
  }
})

test('[AC10, F62] who may no longer edit is let in anew, with what he may do now', async () => {
  const made = await ask<CreatedRoom>('POST', '/rooms', { title: 'Proef' })
  const leader = await connect(made, 'facilitator')
  const guest = await connect(made, 'participant')
  const path = `/rooms/${made.room.id}/participants/${guest.participant.id}`
  await ask('PATCH', path, { role: 'observer' }, leader.token)
  expect(await guest.closed).toBe('restarting')
  leader.socket.close()
})

test('[AC14] who is in the room hears at once what the session is called from now on', async () => {
  const made = await ask<CreatedRoom>('POST', '/rooms', { title: 'Proef', question: 'Hoe beter?' })
  const leader = await connect(made, 'facilitator')
  const screen = await connect(made, 'screen')
  const heard = [leader, screen].map(({ socket }) => nextEvent(socket, 'room'))
  await ask('PATCH', `/rooms/${made.room.id}`, { title: 'Hulp in huis' }, leader.token)
  for (const event of await Promise.all(heard)) {
    expect(event).toEqual({ kind: 'room', title: 'Hulp in huis', question: 'Hoe beter?', localCopies: false })
  }
  for (const { socket } of [leader, screen]) socket.close()
})

/** The next event of this kind that the server sends on the connection. */
function nextEvent(socket: WebSocket, kind: RoomEvent['kind']): Promise<RoomEvent> {
  return new Promise((resolve) => {
    socket.on('message', (frame: Buffer) => {
      const decoder = decoding.createDecoder(frame)
      const message = decodeServerMessage(decoding.readVarUint(decoder), decoder)
      if (message?.type === 'event' && message.event.kind === kind) resolve(message.event)
    })
  })
}
