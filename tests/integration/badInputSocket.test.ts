import { BoardDocument, type FieldValue } from '@samenreis/model/document/BoardDocument'
import { closeReasonOf, type CloseReason } from '@samenreis/model/protocol/closeCodes'
import { encodeStep2, encodeUpdate } from '@samenreis/server/sync/frames'
import { defaultLimits } from '@samenreis/server/sync/limits'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep, changeStep, step } from '../support/records.ts'
import { WholeServer } from '../support/WholeServer.ts'

let server: WholeServer
beforeAll(async () => {
  server = await WholeServer.start()
})
afterAll(() => server.close())

/** An update that is right in its form, made by this change on top of what a client has. */
function change(doc: Y.Doc, make: (board: BoardDocument) => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  const board = new BoardDocument(doc)
  board.transact(() => make(board), 'test')
  return encodeUpdate(Y.encodeStateAsUpdate(doc, before))
}

const badFrames: Record<string, { reason: CloseReason; frame: (doc: Y.Doc) => Uint8Array }> = {
  'a frame that is no message': { reason: 'malformed', frame: () => Uint8Array.of(250, 7, 7) },
  'an update cut short': {
    reason: 'malformed',
    frame: (doc) => change(doc, (board) => addStep(board, 'x', 'Brief')).slice(0, -3),
  },
  'bytes that are no update': { reason: 'malformed', frame: () => encodeStep2(Uint8Array.of(9, 9, 9, 9)) },
  'a frame above the limit': {
    reason: 'frame-too-large',
    frame: () => new Uint8Array(defaultLimits.frameBytes + 1),
  },
  'an unknown kind of record': {
    reason: 'invalid-content',
    frame: (doc) =>
      change(doc, ({ records }) => void records.set('shape:x', new Y.Map<FieldValue>([['type', 'hologram']]))),
  },
  'a record that does not hold to its schema': {
    reason: 'invalid-content',
    frame: (doc) => change(doc, (board) => changeStep(board, 'a', { geometry: 'here' })),
  },
  'a title beyond 10,000 characters': {
    reason: 'invalid-content',
    frame: (doc) => change(doc, (board) => changeStep(board, 'a', { title: 'x'.repeat(10_001) })),
  },
}

for (const [name, { reason, frame }] of Object.entries(badFrames)) {
  test(`[RM9] ${name}: ${reason} for its sender, nothing for anybody else, and the room works on`, async () => {
    const made = await server.makeRoom()
    const room = made.room.id
    const [guest, other] = [await server.join(made, 'participant'), await server.join(made, 'participant')]
    const witness = await openClient(server, { token: other.token, room })
    addStep(witness.board, 'a', 'Bellen')
    const sender = await openRaw(server, { token: guest.token, room }).ready()
    await eventually(() => expect(sender.doc.getMap('records').has('shape:a')).toBe(true))
    sender.send(frame(sender.doc))
    expect(closeReasonOf(await sender.closed())).toBe(reason)
    expect(witness.ids()).toEqual(['page:board', 'shape:a'])
    addStep(witness.board, 'b', 'Schrijven')
    // Who was refused comes back with an empty document, and works on too.
    const again = await openRaw(server, { token: guest.token, room }).ready()
    await eventually(() => expect(again.doc.getMap('records').has('shape:b')).toBe(true))
    again.send(change(again.doc, (board) => addStep(board, 'c', 'Wachten')))
    await eventually(() => expect(witness.ids()).toEqual(['page:board', 'shape:a', 'shape:b', 'shape:c']))
    expect([witness.closeCode, again.closeCode]).toEqual([null, null])
  })
}

test('[RM9] a title of 10,000 characters is kept whole; fields of the interface stop far below', async () => {
  const made = await server.makeRoom()
  const { token } = await server.join(made, 'participant')
  const client = await openRaw(server, { token, room: made.room.id }).ready()
  client.send(change(client.doc, (board) => addStep(board, 'x', 'x'.repeat(10_000))))
  await eventually(() => expect(client.durableFrames).toBe(1))
  const stored = (await server.rooms.read(made.room.id)).records.get(step('x').id)
  expect(stored).toMatchObject({ title: 'x'.repeat(10_000) })
})
