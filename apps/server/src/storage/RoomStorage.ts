import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'

/** One stored update of a room's document, in the order in which it was accepted. */
export interface StoredUpdate {
  /** 1, 2, 3 … per room, without gaps (reliability.md I6). */
  readonly sequence: number
  readonly bytes: Uint8Array
}

/** Everything that is needed to make a room's document again. */
export interface StoredDocument {
  /** Changes when the board was made anew; a client with another epoch merges nothing. */
  readonly epoch: string
  /** State up to and including `sequence`; null for a room that was never compacted. */
  readonly snapshot: StoredUpdate | null
  /** What came after it, oldest first. */
  readonly updates: readonly StoredUpdate[]
  /** Which participant each Yjs client id belongs to, so that nobody can write in another's name (F09). */
  readonly clients: ReadonlyMap<number, ParticipantId>
  /** Client ids that wrote in an earlier epoch of the room: nobody writes under them again (F02). */
  readonly retired: ReadonlySet<number>
  /** Only of a room that is not whole: nothing may be written to it (F30). */
  readonly damage?: StoredDamage
}

/** Something of a room that is not as it was written. What comes before it is in the `StoredDocument` and was verified. */
export interface StoredDamage {
  /** First sequence that is missing in what was loaded; everything from there on is, too. */
  readonly from: number
}

/** What a room holds from now on, in the place of everything that it held. */
export interface NewDocument {
  /** Another one than before. */
  readonly epoch: string
  readonly snapshot: Uint8Array
  /** Whose the client ids of the snapshot are. */
  readonly clients: ReadonlyMap<number, ParticipantId>
  /** Client ids of the document that is replaced. */
  readonly retired: Iterable<number>
}

/** What one room adds in one commit. */
export interface RoomBatch {
  readonly roomId: RoomId
  readonly epoch: string
  /** Contiguous, starting right after the highest stored sequence. */
  readonly updates: readonly StoredUpdate[]
  /** Client ids seen for the first time in these updates. */
  readonly clients: ReadonlyMap<number, ParticipantId>
}

/**
 * Durable bytes of rooms. Every implementation passes tests/contract/roomStorage.contract.ts. All methods reject with
 * `StorageUnavailableError` when the store cannot be read or written; after a failed append nothing of it may be counted on
 * and the caller stops appending for these rooms.
 */
export interface RoomStorage {
  /**
   * null only for a room that was never created: a positive answer of the store, never a swallowed error. A room of which rows are
   * damaged comes as far as it can be verified, and says so; one of which nothing can be, rejects.
   */
  loadDocument(roomId: RoomId): Promise<StoredDocument | null>
  /** Resolves after all batches would survive a crash of this process and a power cut. All or nothing. */
  append(batches: readonly RoomBatch[]): Promise<void>
  /** Replaces everything up to and including `snapshot.sequence` by the snapshot; later updates stay. Atomic. */
  compact(roomId: RoomId, epoch: string, snapshot: StoredUpdate): Promise<void>
  /**
   * Makes the room's document anew: the snapshot stands behind the last sequence, and every update, snapshot and claim of before
   * is gone. All of it, or nothing. Refused when the room is not at `fromEpoch`.
   * @returns the sequence of the snapshot
   */
  replaceDocument(roomId: RoomId, fromEpoch: string, document: NewDocument): Promise<number>
  /** Rooms with more rows in their log than `rows`, at most `limit` of them: what no unload has compacted (F34). */
  roomsWithLog(options: { readonly rows: number; readonly limit: number }): Promise<readonly RoomId[]>
}
