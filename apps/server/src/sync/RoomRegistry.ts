import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import type { CloseReason } from '@samenreis/model/protocol/closeCodes'
import type { RoomEvent } from '@samenreis/model/protocol/messages'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Log } from '../log.ts'
import type { RoomStorage } from '../storage/RoomStorage.ts'
import type { BoardRooms, CommittedBoard } from './BoardRooms.ts'
import type { Clock } from './Clock.ts'
import type { SyncLimits } from './limits.ts'

export interface RoomRegistryOptions {
  readonly storage: RoomStorage
  readonly log: Log
  readonly clock: Clock
  readonly limits: SyncLimits
}

/** The rooms that are in memory, and the one way to them. */
export class RoomRegistry implements BoardRooms {
  constructor(_options: RoomRegistryOptions) {}

  read(_roomId: RoomId): Promise<CommittedBoard> {
    return Promise.reject(new Error('not yet'))
  }

  write(_roomId: RoomId, _change: (board: BoardDocument) => void): Promise<void> {
    return Promise.reject(new Error('not yet'))
  }

  connected(_roomId: RoomId): ReadonlySet<ParticipantId> {
    return new Set()
  }

  tell(_roomId: RoomId, _event: RoomEvent): void {}

  disconnect(_roomId: RoomId, _who: (participantId: ParticipantId) => boolean, _reason: CloseReason): void {}

  /** Stores what is accepted and lets go of every room. After `graceMs` what could not be stored is given up. */
  close(_options: { graceMs: number }): Promise<void> {
    return Promise.reject(new Error('not yet'))
  }
}
