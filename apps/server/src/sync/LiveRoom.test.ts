import { seedUpdate } from '@samenreis/model/document/seed'
import { RoomId } from '@samenreis/model/ids/roomId'
import { putRecord } from '@samenreis/model/document/write'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { step } from '../testing/step.ts'
import { defaultLimits } from './limits.ts'
import { LiveRoom } from './LiveRoom.ts'
import { Room } from './Room.ts'
import { SyncMeter } from './SyncMeter.ts'

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

/** A room in which every piece of work takes 100 ms: the clock goes on each time that it is read. */
function slowRoom(): LiveRoom {
  let nowMs = 0
  const updates = [{ sequence: 1, bytes: seedUpdate() }]
  const stored = { epoch: 'e', snapshot: null, updates, clients: new Map(), retired: new Set<number>() }
  const room = new LiveRoom({
    room: new Room(RoomId.parse('a'.repeat(26)), stored, defaultLimits),
    log: { rows: 0, bytes: 0 },
    commits: { add: () => undefined },
    clock: () => (nowMs += 100),
    limits: defaultLimits,
    meter: new SyncMeter(),
  })
  onTestFinished(() => room.destroy())
  room.room.write((board) => putRecord(board, step('a')))
  return room
}

test('[SE30, F57] storing, taking in, snapshots and catching up take of the share of the room that they are for', () => {
  for (const work of [
    (room: LiveRoom): void => void room.takeBatch(),
    (room: LiveRoom): void => void room.snapshot(),
    (room: LiveRoom): void => void room.missedDocument(new Uint8Array([0])),
    (room: LiveRoom): void => {
      room.room.takeBatch()
      room.committed()
    },
  ]) {
    const room = slowRoom()
    expect([String(work), room.turns.areFree]).toEqual([String(work), true])
    work(room)
    expect([String(work), room.turns.areFree]).toEqual([String(work), false])
  }
})
