import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { connectClient, openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { Proxy } from '../support/proxy/Proxy.ts'
import { addStep } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

const MIB = 1024 * 1024
/** 2 MiB/s, so that the test is short. With SLOW_LINE=32000 it is the line of 256 kbit/s of reliability.md F51. */
const BYTES_PER_SECOND = Number(process.env['SLOW_LINE'] ?? 2 * MIB)
/** What a stock client does without the parts: it leaves after so long without a message. */
const STOCK_PATIENCE_MS = 30_000
const BOARD_BYTES = 8 * MIB
const WAIT_MS = 2000 * (BOARD_BYTES / BYTES_PER_SECOND) + 20_000

/** A board of about 8 MiB: 900 cards with long texts. */
async function fill(server: Awaited<ReturnType<typeof startServer>>): Promise<void> {
  const text = 'Riet belt het loket en wacht. '.repeat(311)
  for (let round = 0; round < 30; round += 1) {
    await server.rooms.write(roomA, (board) => {
      for (let card = 0; card < 30; card += 1) addStep(board, `r${round}-${card}`, text)
    })
  }
}

test(
  '[SE15, F51] on a slow line a stock client gets a large board part by part, is never told too early that it is whole, and lacks nothing',
  async () => {
    const server = await startServer()
    await fill(server)
    const line = await Proxy.to(server.port)
    line.set({ bytesPerSecond: BYTES_PER_SECOND }, 'toClient')
    const newcomer = connectClient(line, { token: tokenOf('pa_new') })
    const witness = await openClient(server, { token: tokenOf('pa_ben') })
    expect(Y.encodeStateAsUpdate(witness.doc).byteLength).toBeGreaterThan(BOARD_BYTES - MIB / 2)
    const sizes: number[] = []
    let early = 0
    let queuedMost = 0
    newcomer.doc.on('update', (update: Uint8Array, origin) => {
      if (origin !== newcomer.provider) return
      sizes.push(update.byteLength)
      queuedMost = Math.max(queuedMost, server.gateway.queuedBytes)
      if (newcomer.provider.synced && newcomer.board.records.size < 901) early += 1
    })
    // Somebody works on meanwhile: the newcomer has it at the end, and his own early edit is kept too.
    await eventually(() => expect(sizes.length).toBeGreaterThan(3), WAIT_MS)
    expect(newcomer.provider.synced).toBe(false)
    addStep(witness.board, 'meanwhile', 'Tussendoor')
    addStep(newcomer.board, 'early', 'Al vast')
    await eventually(() => expect(newcomer.provider.synced).toBe(true), WAIT_MS)
    expect(early).toBe(0)
    expect(newcomer.board.records.size).toBe(903)
    expect(newcomer.doc.store.pendingStructs).toBeNull()
    await eventually(() => expect(newcomer.board.records.toJSON()).toEqual(witness.board.records.toJSON()), WAIT_MS)
    expect([newcomer.closeCode, newcomer.provider.wsconnected]).toEqual([null, true])
    // One client, one connection: at 32 kB/s no part takes a third of the time after which a stock client leaves.
    expect(Math.max(...sizes)).toBeLessThan((STOCK_PATIENCE_MS / 3 / 1000) * 32_000)
    expect(sizes.length).toBeGreaterThan(60)
    // What is under way is bounded by the parts, not by the board.
    expect(queuedMost).toBeLessThan(MIB)
  },
  2 * WAIT_MS,
)

test('[SE15] a client that answers no ping gets no more than a few parts', async () => {
  const server = await startServer()
  await fill(server)
  const deaf = openRaw(server, { token: tokenOf('pa_deaf') })
  deaf.socket.pong = () => undefined
  await deaf.ready()
  await eventually(() => expect(deaf.documentFrames).toBeGreaterThan(3))
  const other = await openClient(server, { token: tokenOf('pa_ben') })
  expect(other.board.records.size).toBe(901)
  expect(deaf.documentFrames).toBeLessThan(6)
})
