import type { LinkRight } from '@samenreis/model/api/rooms'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Role } from '@samenreis/model/records/enumerations'

/** What the server knows of who is asking, for one room. Made from a session only, never from what the client says of itself. */
export interface Admission {
  readonly roomId: RoomId
  readonly participantId: ParticipantId
  readonly right: LinkRight
  readonly role: Role
  /** Screens and observers look; everyone else edits. */
  readonly mayEdit: boolean
}

/** Where a request carries its session: cookie, `Authorization: Bearer`, or the subprotocol `bearer.<token>`. */
export interface SessionCarrier {
  readonly cookie: string | undefined
  readonly authorization: string | undefined
  readonly subprotocols: readonly string[]
}

/** Tells who is asking. null = no session for this room, or one that ended. @throws StorageUnavailableError */
export interface Admissions {
  admit(roomId: RoomId, carrier: SessionCarrier): Promise<Admission | null>
}
