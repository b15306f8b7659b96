import type { RoomStorage } from '@samenreis/server/storage/RoomStorage'
import type { Line } from './Line.ts'

/**
 * A bug put into a run on purpose, around the real parts, to prove that the run would notice it (reliability.md, "Test the
 * tests"). Each run gets a fresh one.
 */
export interface Sabotage {
  /** The server has just read this frame from `from`; `others` are connected to it too. */
  afterReading?(frame: Uint8Array, from: Line, others: readonly Line[]): void
  /** Whether this frame reaches its client. */
  lets?(frame: Uint8Array): boolean
  /** The store as the server sees it. */
  around?(documents: RoomStorage): RoomStorage
}
