import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import {
  encodePresence,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  decodeClientFrame,
} from '@samenreis/server/sync/frames'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { openRaw, type RawClient } from '../support/RawClient.ts'
import { addStep, changeStep, removeStep } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

const FRAMES = Number(process.env['FUZZ_FRAMES'] ?? 2000)
/** Seeds that once failed, each with one line why. */
const seeds = [1]

/** Frames of an honest client, as a corpus to damage. */
function corpus(): Uint8Array[] {
  const board = new BoardDocument(new Y.Doc())
  board.doc.clientID = 99
  Y.applyUpdate(board.doc, seedUpdate())
  const frames: Uint8Array[] = []
  board.doc.on('update', (update: Uint8Array) => frames.push(encodeUpdate(update)))
  addStep(board, 'a', 'Bellen met het loket')
  changeStep(board, 'a', { title: 'Samen bellen', channel: 'phone', labels: ['een', 'twee'] })
  addStep(board, 'b', 'Wachten')
  removeStep(board, 'b')
  frames.push(encodeStep2(Y.encodeStateAsUpdate(board.doc)), encodeStep1(Y.encodeStateVector(board.doc)))
  frames.push(encodePresence([{ clientId: 99, clock: 1, json: '{"c":[1,2]}' }]), Uint8Array.from([3]))
  return frames
}

function damaged(frame: Uint8Array, random: RandomSource): Uint8Array {
  const bytes = frame.slice()
  switch (random.below(5)) {
    case 0:
      for (let flips = 1 + random.below(4); flips > 0; flips -= 1) bytes[random.below(bytes.length)] = random.below(256)
      return bytes
    case 1:
      return bytes.slice(0, random.below(bytes.length))
    case 2:
      return Uint8Array.from([...bytes, ...Array.from({ length: 1 + random.below(8) }, () => random.below(256))])
    case 3: {
      // A length that lies: about 10^9.
      const at = random.below(bytes.length)
      return Uint8Array.from([...bytes.slice(0, at), 0x80, 0x94, 0xeb, 0xdc, 0x03, ...bytes.slice(at + 1)])
    }
    default: {
      const at = random.below(bytes.length)
      return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + random.below(6))])
    }
  }
}

for (const seed of seeds) {
  test(`[SE4] ${FRAMES} damaged frames change nothing that holds, stop nobody and stall nothing (seed ${seed})`, async () => {
    const random = new RandomSource(seed)
    const frames = corpus()
    const server = await startServer({
      limits: { frames: { perSecond: 1e6, burst: 1e6 }, documentFrames: { perSecond: 1e6, burst: 1e6 } },
    })
    const witness = await openClient(server, { token: tokenOf('pa_witness') })
    let mallory: RawClient | null = null
    let closes = 0
    for (let count = 0; count < FRAMES; count += 1) {
      if (mallory === null || mallory.closeCode !== null || mallory.socket.readyState > 1) {
        if (mallory !== null) {
          expect([1009, 4400, 4403, 4410, 4422, 4429]).toContain(await mallory.closed())
          closes += 1
        }
        mallory = openRaw(server, { token: tokenOf('pa_mallory') })
        const opened = mallory
        await eventually(() => expect(opened.asked).toHaveLength(1))
      }
      mallory.send(damaged(frames[random.below(frames.length)] ?? new Uint8Array(), random))
      if (count % 20 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    expect(closes).toBeGreaterThan(FRAMES / 100)
    addStep(witness.board, 'last')
    await eventually(async () => {
      expect([...(await server.rooms.read(roomA)).records.keys()]).toContain('shape:last')
    })
    const { room } = (await server.rooms.hold(roomA)).room
    expect([room.committed.doc.store.pendingStructs, room.committed.doc.store.pendingDs]).toEqual([null, null])
    // What a damaged frame brought in at most is a board: every record holds, nothing stands outside.
    expect((await server.rooms.read(roomA)).quarantined).toEqual([])
    expect([...room.committed.doc.share.keys()].toSorted()).toEqual(['meta', 'records'])
    expect(room.committed.meta.toJSON()).toEqual({ schemaVersion: 1 })
    expect(witness.closeCode).toBeNull()
    await eventually(() => expect(Y.encodeStateVector(witness.doc)).toEqual(Y.encodeStateVector(room.committed.doc)))
    expect(witness.board.records.toJSON()).toEqual(room.committed.records.toJSON())
  })
}

test('[SE4] reading a damaged frame never throws and never takes long', () => {
  const random = new RandomSource(7)
  const frames = corpus()
  let read = 0
  for (let count = 0; count < 20_000; count += 1) {
    const frame = decodeClientFrame(damaged(frames[random.below(frames.length)] ?? new Uint8Array(), random))
    if (frame !== null) read += 1
  }
  expect(read).toBeGreaterThan(0)
  expect(frames.every((frame) => decodeClientFrame(frame) !== null)).toBe(true)
})

test('[SE4] frames of unknown types, cut short, too long or with lying lengths are none', () => {
  for (const bytes of [
    [],
    [2],
    [4],
    [100, 1],
    [0],
    [0, 3, 0],
    [0, 0, 1, 5],
    [3, 0],
    [1, 1, 2],
    [0, 2, 0x80, 0x94, 0xeb, 0xdc, 0x03],
  ]) {
    expect([bytes, decodeClientFrame(Uint8Array.from(bytes))]).toEqual([bytes, null])
  }
})
