import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { expect, test } from 'vitest'
import { roomA, roomB } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { openRaw, type RawClient } from '../support/RawClient.ts'
import { addStep, titleOf } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

const KIB = 1024

test('[SE16] what goes to all and what goes to one arrive in one order, whatever its size; behind a goodbye comes nothing', async () => {
  const server = await startServer()
  const client = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
  const seen: string[] = []
  client.doc.on('update', () => seen.push(`edit ${client.doc.getMap('records').size}`))
  let events = client.got('event').length
  client.socket.on('message', () => {
    for (const { event } of client.got('event').slice(events)) {
      events += 1
      if (event.kind === 'room') seen.push(event.title)
    }
  })
  const expected: string[] = []
  const sizes = [10, 200, 100 * KIB, 4 * KIB, 300 * KIB, 50]
  for (const [number, size] of sizes.entries()) {
    await server.rooms.write(roomA, (board) => {
      addStep(board, `s${number}`)
      board.records.get(`shape:s${number}`)?.set('filler', 'x'.repeat(size))
    })
    server.rooms.tell(roomA, { kind: 'room', localCopies: false, title: `event ${number}`, question: '' })
    expected.push(`edit ${number + 2}`, `event ${number}`)
  }
  await eventually(() => expect(seen).toEqual(expected))
  // The goodbye is on its way when the next edit is told to everybody who is still there.
  server.rooms.disconnect(roomA, () => true, 'restarting')
  await server.rooms.write(roomA, (board) => addStep(board, 'late'))
  expect(await client.closed()).toBe(1012)
  expect(client.doc.getMap('records').has('shape:late')).toBe(false)
})

test('[RM20] a room with a crowd is told less often, lacks nothing, and holds no other room up', async () => {
  // Three people count as a crowd here: they are told at most every 600 ms, a single one every 5 ms.
  const limits = { commitMs: 5, commitMsPerMember: 200, commitCrowdMs: 600 }
  const server = await startServer({ rooms: [roomA, roomB], limits: { ...limits, durableMs: 5 } })
  const crowd: RawClient[] = []
  for (const name of ['pa_nora', 'pa_ben', 'pa_cleo'])
    crowd.push(await openRaw(server, { token: tokenOf(name) }).ready())
  const writer = crowd[0]
  const alone = await openRaw(server, { token: tokenOf('pa_dan'), room: roomB }).ready()
  if (writer === undefined) throw new Error('nobody came')
  const framesBefore = crowd.map(({ documentFrames }) => documentFrames)
  const writeIn = (client: RawClient, part: string): void => {
    client.doc.once('update', (update: Uint8Array) => client.sendUpdate(update))
    addStep(new BoardDocument(client.doc), part, 'Bellen')
  }
  const aloneBefore = alone.documentFrames
  for (let number = 0; number < 20; number += 1) {
    writeIn(writer, `w${number}`)
    writeIn(alone, `w${number}`)
    // Each of the single one is stored and told before the next is written.
    await eventually(() => expect(alone.documentFrames - aloneBefore).toBe(number + 1))
  }
  const last = crowd.map(({ doc }) => new BoardDocument(doc))
  await eventually(() => expect(last.map((board) => titleOf(board, 'w19'))).toEqual(['Bellen', 'Bellen', 'Bellen']))
  for (const [index, { documentFrames }] of crowd.entries()) {
    expect(documentFrames - (framesBefore[index] ?? 0)).toBeLessThan(15)
  }
  await eventually(() => expect(writer.durableFrames).toBe(20))
})
