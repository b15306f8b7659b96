import type { RoomId } from '@samenreis/model/ids/roomId'
import { Cell, type Watchable } from '../Watchable.ts'

const KEY = 'samenreis.ownDevice.'

/** What somebody said when asked whether this is a device of her own; null = not asked yet. */
export type OwnDevice = 'yes' | 'no' | null

const answers = new Map<RoomId, Cell<OwnDevice>>()

/** The answer that this device has for a room. */
export function ownDevice(roomId: RoomId): Watchable<OwnDevice> {
  return cellOf(roomId)
}

/** Remembers the answer; a browser that keeps nothing asks again next time. */
export function sayOwnDevice(roomId: RoomId, answer: OwnDevice): void {
  cellOf(roomId).set(answer)
  try {
    if (answer === null) localStorage.removeItem(KEY + roomId)
    else localStorage.setItem(KEY + roomId, answer)
  } catch {
    // Switched off or full: the answer lives as long as this page.
  }
}

function cellOf(roomId: RoomId): Cell<OwnDevice> {
  const known = answers.get(roomId) ?? new Cell(read(roomId))
  answers.set(roomId, known)
  return known
}

function read(roomId: RoomId): OwnDevice {
  try {
    const stored = localStorage.getItem(KEY + roomId)
    return stored === 'yes' || stored === 'no' ? stored : null
  } catch {
    return null
  }
}
