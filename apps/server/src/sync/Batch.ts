import type { RoomBatch } from '../storage/RoomStorage.ts'

/** Edits on their way to storage, as one update. */
export interface Batch {
  readonly stored: RoomBatch
  /** What clients are sent when it is stored. */
  readonly update: Uint8Array
  /** Accepted updates up to and including this one, counted since the room was loaded. */
  readonly mark: number
}
