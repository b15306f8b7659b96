import { CreatedSession } from '@samenreis/model/api/rooms'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { writeBoardFile } from '@samenreis/model/interchange/writeBoardFile'
import { messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import { encodeStep1, encodeUpdate } from '@samenreis/server/sync/frames'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Workshop } from '../e2e/Workshop.ts'

/** Puts records on the board of a session the way a facilitator does: as a board file. */
export async function importRecords(workshop: Workshop, records: readonly BoardRecord[]): Promise<void> {
  const session = await sessionOf(workshop, 'facilitator')
  const file = writeBoardFile({
    room: { title: 'Meting', question: '', language: 'nl', date: '2026-01-01' },
    exportedAt: '2026-01-01T00:00:00.000Z',
    records,
    setAside: [],
    rounds: [],
    votes: [],
    attendees: [],
  })
  const answer = await fetch(`${workshop.origin}/api/v1/rooms/${workshop.created.room.id}/imports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${session.token}` },
    body: JSON.stringify(file),
  })
  if (answer.status !== 201) throw new Error(`Not imported: ${answer.status} ${await answer.text()}`)
}

async function sessionOf({ origin, created }: Workshop, right: 'facilitator' | 'participant'): Promise<CreatedSession> {
  const answer = await fetch(`${origin}/api/v1/rooms/${created.room.id}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: created.links[right] }),
  })
  return CreatedSession.parse(await answer.json())
}

/** Somebody who takes part over the socket alone, without a screen. */
export class Mover {
  readonly board: BoardDocument
  private readonly socket: WebSocket

  private constructor(socket: WebSocket, board: BoardDocument) {
    this.socket = socket
    this.board = board
  }

  static async join(workshop: Workshop): Promise<Mover> {
    const { token } = await sessionOf(workshop, 'participant')
    const url = `${workshop.origin.replace('http', 'ws')}/sync/${workshop.created.room.id}`
    const socket = new WebSocket(url, ['samenreis.v1', `bearer.${token}`])
    socket.binaryType = 'nodebuffer'
    const doc = new Y.Doc()
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject)
      socket.on('message', (data) => {
        if (!Buffer.isBuffer(data)) return
        const decoder = decoding.createDecoder(data)
        if (decoding.readVarUint(decoder) !== messageTypes.sync) return
        const sync = decoding.readVarUint(decoder)
        if (sync === syncTypes.step1) socket.send(encodeStep1(Y.encodeStateVector(doc)))
        else Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), 'server')
        if (sync === syncTypes.step2) resolve()
      })
    })
    doc.on('update', (update: Uint8Array, origin) => {
      if (origin !== 'server') socket.send(encodeUpdate(update))
    })
    return new Mover(socket, new BoardDocument(doc))
  }

  leave(): void {
    this.socket.terminate()
  }
}
