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

/** What HTTP may ask of the live rooms. `RoomRegistry` is it. */
export interface BoardRooms {
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
  makeAnew(
    roomId: RoomId,
    make: (board: PlainBoard, sequence: number) => PlainBoard | Promise<PlainBoard>,
  ): Promise<{ readonly epoch: string; readonly sequence: number }>
  /** Participants with at least one open connection. */
  connected(roomId: RoomId): ReadonlySet<ParticipantId>
  /** Tells everyone in the room who understands it; nobody there is no error. */
  tell(roomId: RoomId, event: RoomEvent): void
  /** Ends the connections of which `who` says so, e.g. of a revoked link. */
  disconnect(roomId: RoomId, who: (participantId: ParticipantId) => boolean, reason: CloseReason): void
}
