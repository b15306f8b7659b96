import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { createConnection } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

const KIB = 1024

/** Writes much into the board, over and over. */
async function write(server: Awaited<ReturnType<typeof startServer>>, times: number, bytes: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await server.rooms.write(roomA, (board) => {
      addStep(board, 'big')
      board.records.get('shape:big')?.set('filler', `${count}:${'x'.repeat(bytes)}`)
    })
  }
}

/** Bytes that the server keeps for its connections. */
function queued(server: Awaited<ReturnType<typeof startServer>>): number {
  return server.gateway.queuedBytes
}

test('[SE8] who stops reading costs bounded memory, gets one difference when he reads again, and lacks nothing', async () => {
  const server = await startServer({ limits: { queueSoftBytes: 256 * KIB, watchMs: 20 } })
  const witness = await openClient(server, { token: tokenOf('pa_ben') })
  const slow = await openRaw(server, { token: tokenOf('pa_slow') }).ready()
  slow.socket.pause()
  const written = 64
  await write(server, written, 512 * KIB)
  // 32 MiB were written; the system's own buffers take a few of them, our queue one frame above the mark.
  expect(queued(server)).toBeLessThan(2 * KIB * KIB)
  expect(queued(server)).toBeGreaterThan(0)
  const frames = slow.documentFrames
  slow.socket.resume()
  await eventually(() => {
    expect(new BoardDocument(slow.doc).records.toJSON()).toEqual(witness.board.records.toJSON())
  })
  expect(slow.documentFrames - frames).toBeLessThan(written)
  expect(slow.doc.store.pendingStructs).toBeNull()
  expect(Y.encodeStateVector(slow.doc)).toEqual(Y.encodeStateVector(witness.doc))
  expect(witness.closeCode).toBeNull()
})

test('[SE8] who makes no progress with a long queue is sent away; the others notice nothing', async () => {
  const limits = {
    queueSoftBytes: 64 * KIB,
    queueHardBytes: 128 * KIB,
    queueStallMs: 1500,
    watchMs: 20,
    farewellMs: 50,
  }
  const server = await startServer({ limits })
  const witness = await openClient(server, { token: tokenOf('pa_ben') })
  const slow = await openRaw(server, { token: tokenOf('pa_slow') }).ready()
  slow.socket.pause()
  await write(server, 24, 512 * KIB)
  await eventually(() => expect(server.gateway.size).toBe(1))
  expect([witness.closeCode, witness.provider.wsconnected]).toEqual([null, true])
  await eventually(() => expect(queued(server)).toBe(0))
})

test('[SE3] sockets that say nothing hold nothing up', async () => {
  const server = await startServer({ limits: { upgradeMs: 50 } })
  const silent = Array.from({ length: 50 }, () => createConnection(server.port, '127.0.0.1'))
  onTestFinished(() => silent.forEach((socket) => socket.destroy()))
  await openClient(server, { token: tokenOf('pa_nora') })
})
