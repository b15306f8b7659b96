import type { VersionReason } from '@samenreis/model/api/versions'
import type { RoomId } from '@samenreis/model/ids/roomId'

/** A board as it was at a moment, without its content. */
export interface VersionRecord {
  readonly id: string
  readonly roomId: RoomId
  readonly reason: VersionReason
  readonly name: string
  /** ISO date-times by the server's clock. */
  readonly keptAt: string
  readonly expiresAt: string
  /** Sequence of the last update in it. */
  readonly sequence: number
  /** Of the content before it was packed: equal boards have equal digests. */
  readonly digest: string
  readonly cards: number
  /** Of a version kept before a restoration: which version was put back then; null for every other. */
  readonly restores: string | null
}

/**
 * Earlier boards of rooms, as plain records and not as history (reliability.md C1.5). Every implementation passes
 * tests/contract/versionStore.contract.ts; all methods reject with `StorageUnavailableError`.
 */
export interface VersionStore {
  /** Newest first. */
  versionsOf(roomId: RoomId): Promise<readonly VersionRecord[]>
  /** Adds one, and takes away the oldest of the room with the same reason beyond `most`. Both, or nothing. */
  saveVersion(version: VersionRecord, content: Uint8Array, most: number): Promise<void>
  /** What `saveVersion` was given; null when there is none. Damage rejects. */
  versionContent(roomId: RoomId, versionId: string): Promise<Uint8Array | null>
  /** Takes away all versions of a room: whoever erases something from a board erases it from these as well. */
  eraseVersions(roomId: RoomId): Promise<void>
  /** Takes away what expired at or before this ISO date-time, in every room. Returns how many. */
  eraseExpiredVersions(now: string): Promise<number>
}
