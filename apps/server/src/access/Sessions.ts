import type { LinkRight } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { TOKEN_SUBPROTOCOL_PREFIX } from '@samenreis/model/protocol/messages'
import type { Retention } from '../retention/Retention.ts'
import type { ParticipantRecord, RoomDirectory, RoomRecord, SessionRecord } from '../storage/RoomDirectory.ts'
import type { AdmittedSessions } from './AdmittedSessions.ts'
import type { Admission, Admissions, SessionCarrier } from './Admission.ts'
import { mayEdit } from './roles.ts'
import { hashOf, newToken, sameHash, type RandomBytes } from './secrets.ts'

const HOUR_MS = 60 * 60 * 1000
/** How long a device is let in: a workshop day, and for facilitators until the report is done (reliability.md C6). */
const sessionLengthMs: Readonly<Record<LinkRight, number>> = {
  screen: 8 * HOUR_MS,
  participant: 8 * HOUR_MS,
  facilitator: 30 * 24 * HOUR_MS,
}

/** A session that was just opened; `token` exists here and in the device only. */
export interface OpenedSession {
  readonly token: string
  /** How long it lasts from now on. */
  readonly lengthMs: number
}

/** A session that holds, with what it belongs to. */
export interface LiveSession {
  readonly session: SessionRecord
  readonly room: RoomRecord
  readonly participant: ParticipantRecord
}

export interface SessionsDeps {
  readonly directory: RoomDirectory
  readonly admitted: AdmittedSessions
  readonly retention: Retention
  readonly random: RandomBytes
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: () => number
}

/** Name of a room's cookie. One per room: somebody may be in two rooms at once, with another right in each. */
export function cookieName(roomId: RoomId): string {
  return `samenreis_${roomId}`
}

/** Opens sessions and tells whose session a request carries. */
export class Sessions implements Admissions {
  private readonly directory: RoomDirectory
  private readonly admitted: AdmittedSessions
  private readonly retention: Retention
  private readonly random: RandomBytes
  private readonly now: () => number

  constructor({ directory, admitted, retention, random, now }: SessionsDeps) {
    this.directory = directory
    this.retention = retention
    this.admitted = admitted
    this.random = random
    this.now = now
  }

  async open(participant: ParticipantRecord, right: LinkRight, secretHash: string): Promise<OpenedSession> {
    const token = newToken(this.random)
    const lengthMs = sessionLengthMs[right]
    await this.directory.saveSession({
      tokenHash: hashOf(token),
      roomId: participant.roomId,
      participantId: participant.id,
      right,
      secretHash,
      expiresAt: new Date(this.now() + lengthMs).toISOString(),
    })
    return { token, lengthMs }
  }

  async admit(roomId: RoomId, carrier: SessionCarrier): Promise<Admission | null> {
    const live = await this.find(roomId, carrier)
    if (live === null) return null
    const { session, participant } = live
    this.admitted.note(session, this.now())
    return {
      roomId,
      participantId: participant.id,
      right: session.right,
      role: participant.role,
      mayEdit: mayEdit(participant.role, session.right),
    }
  }

  /** The session that the request carries for this room; null when it has none, or one that ended. */
  async find(roomId: RoomId, carrier: SessionCarrier): Promise<LiveSession | null> {
    const session = await this.carried(roomId, carrier)
    if (session === null || Date.parse(session.expiresAt) <= this.now()) return null
    const room = await this.directory.findRoom(roomId)
    // The link it came in by was renewed: whoever holds the old one is out (F77).
    if (room === null || !sameHash(room.secretHashes[session.right], session.secretHash)) return null
    const participants = await this.directory.participantsOf(roomId)
    const participant = participants.find((each) => each.id === session.participantId)
    if (participant === undefined) return null
    // Nobody waits for it: that the end moves later than this answer goes out harms nothing.
    void this.retention.used(room)
    return { session, room, participant }
  }

  /**
   * Ends a session for good. @returns whether the same person was let in by another one
   * @throws StorageUnavailableError
   */
  async end(session: SessionRecord): Promise<boolean> {
    await this.directory.endSession(session.tokenHash)
    this.admitted.forget(session.tokenHash)
    return this.admitted.has(session.participantId)
  }

  /** Whether this device came in by this very secret before: only then is it known to be a link that was renewed. */
  async cameInBy(roomId: RoomId, carrier: SessionCarrier, secret: string): Promise<boolean> {
    const session = await this.carried(roomId, carrier)
    return session !== null && sameHash(session.secretHash, hashOf(secret))
  }

  private async carried(roomId: RoomId, carrier: SessionCarrier): Promise<SessionRecord | null> {
    const token = carriedToken(roomId, carrier)
    if (token === null) return null
    const session = await this.directory.findSession(hashOf(token))
    return session?.roomId === roomId ? session : null
  }
}

/** What a program says of itself goes before what the browser sends along by itself. */
function carriedToken(roomId: RoomId, { authorization, subprotocols, cookie }: SessionCarrier): string | null {
  const bearer = /^Bearer ([\w-]+)$/i.exec(authorization ?? '')?.[1]
  if (bearer !== undefined) return bearer
  const offered = subprotocols.find((each) => each.startsWith(TOKEN_SUBPROTOCOL_PREFIX))
  if (offered !== undefined) return offered.slice(TOKEN_SUBPROTOCOL_PREFIX.length)
  const name = cookieName(roomId)
  for (const pair of (cookie ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}
