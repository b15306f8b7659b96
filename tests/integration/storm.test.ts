import { encodeUpdate } from '@samenreis/server/sync/frames'
import { putRecord } from '@samenreis/model/document/write'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { newShape } from '@samenreis/model/interchange/newShape'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { connect, type Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { WebSocket } from 'ws'
import { roomA, roomB } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { shapeId, step } from '../support/records.ts'
import { authorOf, changeOf, outcome, RoomAtHand } from '../support/RoomAtHand.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

const CYCLES = Number(process.env['STORM_CYCLES'] ?? 1000)
const AT_ONCE = 25
const MIB = 1024 * 1024

setFlagsFromString('--expose-gc')
/** Of this process, on demand. */
const collectGarbage = runInNewContext('gc') as () => void

const endings = ['closes', 'resets', 'vanishes', 'in the handshake', 'while it loads'] as const

/** One visit: connects, writes when it gets that far, and ends in the given way. */
async function visit(port: number, room: string, ending: (typeof endings)[number], name: number): Promise<Socket> {
  if (ending === 'in the handshake') {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
    socket.write(`GET /sync/${room} HTTP/1.1\r\nHost: x\r\nConnection: Upgr`)
    socket.destroy()
    return socket
  }
  const ws = new WebSocket(`ws://127.0.0.1:${port}/sync/${room}`, [
    'samenreis.v1',
    `bearer.${tokenOf(`pa_v${name % 40}`)}`,
  ])
  ws.on('error', () => undefined)
  const wire = await new Promise<Socket>((resolve) => ws.once('upgrade', (response) => resolve(response.socket)))
  if (ending === 'while it loads') {
    wire.destroy()
    return wire
  }
  await new Promise<void>((resolve) => void ws.once('message', () => resolve()))
  const { doc } = new BoardDocument(new Y.Doc())
  // The first record is written again and again, so that the board does not grow.
  const update = changeOf(new BoardDocument(doc), (board) =>
    putRecord(board, { ...step(`s${name % 50}`), index: `a${name % 50}` }),
  )
  ws.send(encodeUpdate(update))
  doc.destroy()
  if (ending === 'closes') ws.close()
  else if (ending === 'resets') wire.resetAndDestroy()
  else wire.pause()
  return wire
}

test(`[RM5, F54] ${CYCLES} visits with every sort of ending: no room, no handle and no memory is left of them`, async () => {
  const server = await startServer({
    rooms: [roomA, roomB],
    limits: { pingMs: 200, deadMs: 1000, watchMs: 50, connectionsPerRoom: 500 },
  })
  const random = new RandomSource(54)
  const handles = (): number => process.getActiveResourcesInfo().filter((each) => each.startsWith('TCP')).length
  const heap = (): number => {
    collectGarbage()
    return process.memoryUsage().heapUsed
  }
  const rounds = async (count: number): Promise<void> => {
    const half: Socket[] = []
    for (let done = 0; done < count; done += AT_ONCE) {
      const visits = Array.from({ length: AT_ONCE }, (_, at) =>
        visit(server.port, random.chance(0.5) ? roomA : roomB, random.pick(endings), done + at),
      )
      half.push(...(await Promise.all(visits)))
    }
    // Those that vanished are let go by the server; the sockets of this side are only tidied up after that.
    await eventually(() => expect(server.gateway.size).toBe(0), 20_000)
    for (const socket of half) socket.destroy()
    await eventually(() => expect(server.rooms.size).toBe(0))
  }
  await rounds(CYCLES / 5)
  const [handlesBefore, heapBefore] = [handles(), heap()]
  await rounds(CYCLES)
  await eventually(() => expect(handles()).toBeLessThanOrEqual(handlesBefore + 2))
  // Ten in a hundred, and what the runner itself keeps.
  expect(heap() - heapBefore).toBeLessThan(0.1 * heapBefore + 24 * MIB)
  // And the next one is served as the first.
  await openClient(server, { token: tokenOf('pa_nora') })
})

test('[RM11, F56] a room grows to each limit: what would go past it is refused, and taking away and reading always work', () => {
  const like = newShape('card', shapeId('c'), {})
  const cards = (from: number, count: number) => (board: BoardDocument) => {
    for (let at = from; at < from + count; at += 1) putRecord(board, { ...like, id: shapeId(`c${at}`) })
  }
  const room = new RoomAtHand([], { records: 1000 })
  const author = authorOf('nora', { claimsLeft: 1000 })
  const board = room.copy()
  for (let from = 0; from < 999; from += 100) {
    const update = changeOf(board, cards(from, Math.min(100, 999 - from)))
    expect([from, outcome(room.accept(update, author))]).toEqual([from, 'accepted'])
  }
  expect(room.room.recordCount).toBe(1000)
  expect(outcome(room.accept(changeOf(room.copy(), cards(1000, 1)), author))).toBe('invalid-content')
  expect(outcome(room.accept(changeOf(room.copy(), cards(1000, 100)), author))).toBe('invalid-content')
  const removal = changeOf(board, ({ records }) => {
    for (let at = 0; at < 10; at += 1) records.delete(`shape:c${at}`)
  })
  expect(outcome(room.accept(removal, author))).toBe('accepted')
  expect(outcome(room.accept(changeOf(room.copy(), cards(1000, 10)), author))).toBe('accepted')
  expect(room.room.snapshot().bytes.byteLength).toBeGreaterThan(10_000)
})
