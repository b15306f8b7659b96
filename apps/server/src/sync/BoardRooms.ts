import type { BoardAuthors } from '@samenreis/model/document/BoardAuthors'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import type { BoardSnapshot } from '@samenreis/model/document/read'
import type { PlainBoard } from '@samenreis/model/interchange/PlainBoard'
import type { CloseReason } from '@samenreis/model/protocol/closeCodes'
import type { RoomEvent } from '@samenreis/model/protocol/messages'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'

/** The board of a room at one committed moment. */
export interface CommittedBoard extends BoardSnapshot {
  /** Sequence of the last update in it: the board's version (actions.md D3.10). */
  readonly version: number
}

/** What a board that is made anew holds. */
export interface MadeBoard extends PlainBoard {
  /** Who wrote what of it; absent = what is in it as it was before keeps its authors, and nobody wrote the rest. */
  readonly authors?: BoardAuthors
}

/** A stored board without its history, what was set aside included, and who wrote what of it. */
export interface AuthoredBoard {
  readonly board: PlainBoard
  readonly authors: BoardAuthors
  readonly sequence: number
}

/** Says what the new board holds, of what the old one does at that sequence and who wrote that. */
export type MakeBoard = (board: PlainBoard, sequence: number, authors: BoardAuthors) => MadeBoard | Promise<MadeBoard>

/** What HTTP may ask of the live rooms. `RoomRegistry` is it. */
export interface BoardRooms {
  /** The stored board and who wrote what of it. @throws RoomNotFoundError, StorageUnavailableError */
  readAuthored(roomId: RoomId): Promise<AuthoredBoard>
  /** @throws RoomNotFoundError, StorageUnavailableError */
  read(roomId: RoomId): Promise<CommittedBoard>
  /**
   * Lets the server itself change a board (import): checked, stored, relayed like everybody's edits. Resolves when stored.
   * @throws RoomNotFoundError, StorageUnavailableError, InvalidContentError
   */
  write(roomId: RoomId, change: (board: BoardDocument) => void): Promise<void>
  /**
   * Makes the board anew under another epoch, of what `make` gives for what it holds now at that sequence; everybody comes back
   * to the new one. @throws RoomNotFoundError, StorageUnavailableError, and what `make` throws
   */
  makeAnew(roomId: RoomId, make: MakeBoard): Promise<{ readonly epoch: string; readonly sequence: number }>
  /**
   * Ends a room for good: everybody is sent away with `room-not-found`, then `takeAway` takes it out of the store.
   * @throws StorageUnavailableError, and what `takeAway` throws
   */
  end(roomId: RoomId, takeAway: () => Promise<void>): Promise<void>
  /** Participants with at least one open connection. */
  connected(roomId: RoomId): ReadonlySet<ParticipantId>
  /** Tells everyone in the room who understands it; nobody there is no error. */
  tell(roomId: RoomId, event: RoomEvent): void
  /** Ends the connections of which `who` says so, e.g. of a revoked link. */
  disconnect(roomId: RoomId, who: (participantId: ParticipantId) => boolean, reason: CloseReason): void
}
