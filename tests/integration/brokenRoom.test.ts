import { expect, test } from 'vitest'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { connectClient } from '../support/openClient.ts'
import { addStep } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

test('[RM21, F07] when the live document itself throws, the room is loaded anew from what is stored, and nobody loses or doubles anything', async () => {
  const server = await startServer()
  const anna = connectClient(server, { token: tokenOf('pa_nora') })
  const ben = connectClient(server, { token: tokenOf('pa_ben') })
  await anna.synced()
  await ben.synced()
  addStep(anna.board, 'before')
  await eventually(() => expect(ben.ids()).toContain('shape:before'))

  const [broken] = server.rooms.live
  const doc = broken?.room.committed.doc
  if (doc === undefined) throw new Error('The room is not live')
  let threw = 0
  // The document of the room is no good any more, from the middle of a transaction on.
  doc.on('afterTransaction', () => {
    threw += 1
    throw new Error('broken in the middle')
  })
  addStep(ben.board, 'during')
  await eventually(() => expect(threw).toBeGreaterThan(0))
  await eventually(() => expect(anna.ids()).toContain('shape:during'), 20_000)
  addStep(anna.board, 'after')
  await eventually(() => expect(ben.ids()).toContain('shape:after'), 20_000)

  expect(server.rooms.live.map((live) => live === broken)).toEqual([false])
  const stored = await server.rooms.read(roomA)
  const all = ['page:board', 'shape:after', 'shape:before', 'shape:during']
  expect([...stored.records.keys()].toSorted()).toEqual(all)
  expect(anna.ids()).toEqual(all)
  expect(anna.board.records.toJSON()).toEqual(ben.board.records.toJSON())
})
