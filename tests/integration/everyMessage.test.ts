import { encodeMove, encodePiece, messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import { CURSOR_MOVED } from '@samenreis/model/protocol/presenceFrames'
import { putRecord } from '@samenreis/model/document/write'
import { Role } from '@samenreis/model/records/enumerations'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { encodeUpdate } from '@samenreis/server/sync/frames'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep, step } from '../support/records.ts'
import { changeOf } from '../support/RoomAtHand.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

type Sync = keyof typeof syncTypes
type Message = Exclude<keyof typeof messageTypes, 'sync'> | `sync ${Sync}`

/** What a client may do with a message: write the board, show itself, ask, or nothing at all. */
type Use = 'writes' | 'shows' | 'asks' | 'none'

/** The rule of every message, from a client. A type without a line here does not compile. */
const uses = {
  'sync step1': 'asks',
  'sync step2': 'writes',
  'sync update': 'writes',
  awareness: 'shows',
  auth: 'none',
  queryAwareness: 'asks',
  hello: 'none',
  durable: 'none',
  reject: 'none',
  state: 'none',
  event: 'none',
  move: 'shows',
  presence: 'none',
  piece: 'writes',
} as const satisfies Record<Message, Use>

const messages = Object.keys(uses) as (keyof typeof uses)[]
const looksOn: ReadonlySet<Role> = new Set<Role>(['observer', 'screen'])

/** A frame of this kind that would change the board, or show its sender, where that is allowed. */
function frameOf(message: keyof typeof uses, doc: Y.Doc): Uint8Array {
  const encoder = encoding.createEncoder()
  const body = changeOf(new BoardDocument(doc), (board) => putRecord(board, step('gekaapt')))
  if (message.startsWith('sync ')) {
    const sync = message.slice('sync '.length) as Sync
    encoding.writeVarUint(encoder, messageTypes.sync)
    encoding.writeVarUint(encoder, syncTypes[sync])
    encoding.writeVarUint8Array(encoder, sync === 'step1' ? Y.encodeStateVector(new Y.Doc()) : body)
    return encoding.toUint8Array(encoder)
  }
  const type = message as Exclude<keyof typeof messageTypes, 'sync'>
  if (type === 'move') return encodeMove({ keys: CURSOR_MOVED, values: { c: [666, 666] } })
  if (type === 'piece') return encodePiece(encodeUpdate(body), true)
  encoding.writeVarUint(encoder, messageTypes[type])
  if (type === 'queryAwareness') return encoding.toUint8Array(encoder)
  const shown = encoding.createEncoder()
  encoding.writeVarUint(shown, 1)
  encoding.writeVarUint(shown, doc.clientID)
  encoding.writeVarUint(shown, 1)
  encoding.writeVarString(shown, '{"c":[666,666]}')
  encoding.writeVarUint8Array(encoder, type === 'awareness' ? encoding.toUint8Array(shown) : body)
  return encoding.toUint8Array(encoder)
}

test('[SE7, F68] every message type there is has its rule', () => {
  const { sync: _sync, ...others } = messageTypes
  const known = [...Object.keys(others), ...Object.keys(syncTypes).map((sync) => `sync ${sync}`)]
  expect(messages.toSorted()).toEqual(known.toSorted())
})

for (const role of Role.options) {
  test(`[SE7, F68] a ${role}: what each message type does, and that it does nothing else`, async () => {
    const server = await startServer()
    const witness = await openClient(server, { token: tokenOf('pa_ben') })
    addStep(witness.board, 'a', 'Bellen')
    await eventually(async () => expect((await server.rooms.read(roomA)).records.size).toBe(2))
    const before = await server.rooms.read(roomA)
    for (const message of messages) {
      const client = await openRaw(server, { token: tokenOf('pa_mallory', role) }).ready()
      client.send(frameOf(message, client.doc))
      const use = uses[message]
      const mayNot = use === 'none' || (use === 'writes' && looksOn.has(role))
      if (mayNot) {
        expect([message, await client.closed()]).toEqual([message, use === 'none' ? 4400 : 4403])
      } else if (use === 'writes') {
        await eventually(() => expect(client.durableFrames).toBe(1))
        witness.board.records.delete('shape:gekaapt')
        await eventually(async () => expect((await server.rooms.read(roomA)).records.size).toBe(2))
      } else {
        // The answer to a question behind it: by then it was handled.
        const heard = client.documentFrames
        client.askForAll()
        await eventually(() => expect(client.documentFrames).toBeGreaterThan(heard))
        expect([message, client.closeCode]).toEqual([message, null])
        // The witness shows itself as stock clients do; whoever looks on adds nobody.
        const shown = server.rooms.live[0]?.presence.size ?? 0
        expect([message, shown]).toEqual([message, use === 'shows' && !looksOn.has(role) ? 2 : 1])
      }
      if (!(use === 'writes' && !mayNot)) {
        expect([message, witness.ids()]).toEqual([message, ['page:board', 'shape:a']])
      }
      client.socket.terminate()
      await eventually(() => expect(server.gateway.size).toBe(1))
    }
    if (looksOn.has(role)) expect((await server.rooms.read(roomA)).version).toBe(before.version)
    expect(witness.closeCode).toBeNull()
  })
}
