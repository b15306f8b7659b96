import type { Awareness } from 'y-protocols/awareness'
import type { WebsocketProvider } from 'y-websocket'
import type { Participant } from '@samenreis/model/api/participant'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Hello, Reject } from '@samenreis/model/protocol/messages'
import type { Role } from '@samenreis/model/records/enumerations'
import type { ConnectionState } from './connectionState.ts'
import type { Watchable } from './Watchable.ts'

/** Who this tab's person is, as the server says. */
export interface Me {
  readonly participantId: ParticipantId
  readonly role: Role
  readonly mayEdit: boolean
}

/** A text that the server does not have, for copying when the board cannot be saved. */
export interface UnsentText {
  readonly recordId: string
  readonly field: string
  readonly text: string
}

export interface RoomConnectionOptions {
  readonly roomId: RoomId
  /** `ws://host/sync`; by default this page's origin. */
  readonly serverUrl?: string
  /** Subprotocols beside ours, e.g. `bearer.<token>` of a program. Browsers are known by their cookie. */
  readonly subprotocols?: readonly string[]
  readonly WebSocket?: typeof WebSocket
  /** 0 ≤ n < 1; decides the moment of a reconnect. */
  readonly random?: () => number
}

/**
 * One room in one tab: its document, its socket, and the truth about what is stored. Lives from `connect()` to `destroy()`; after
 * a `reset` state a new one must be made.
 */
export interface RoomConnectionShape {
  readonly roomId: RoomId
  readonly board: BoardDocument
  readonly awareness: Awareness
  readonly provider: WebsocketProvider
  readonly state: Watchable<ConnectionState>
  /** true once the whole board was received at least once: only then may a `StoreBinding` connect or a form be shown. */
  readonly ready: Watchable<boolean>
  /** null until the server's HELLO. */
  readonly me: Watchable<Me | null>
  readonly hello: Watchable<Hello | null>
  /** Everyone who takes part, as the server last told. */
  readonly roster: Watchable<readonly Participant[]>
  /** Records that were set aside, as the server told a facilitator. */
  readonly quarantinedIds: Watchable<readonly string[]>
  /** Rises when votes or rounds changed: read the extraction again. */
  readonly votesVersion: Watchable<number>
  /** What the server refused last; a reset or refusal follows. */
  readonly rejection: Watchable<Reject | null>
  /** Starts connecting, and goes on trying. Calling it while connected checks the connection at once. */
  connect(): void
  /** Ends the connection for good and frees everything. The document stays readable. */
  destroy(): void
  /** Whether leaving this page now would lose something (F91). */
  hasUnsavedWork(): boolean
  /** Texts of records changed since the last moment at which everything was stored. */
  unsentTexts(): readonly UnsentText[]
}
