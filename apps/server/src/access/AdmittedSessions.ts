import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { SessionRecord } from '../storage/RoomDirectory.ts'

/** Sessions that are remembered before those that ended are swept out for the first time. */
const FIRST_SWEEP = 1000

/**
 * The sessions that this process let in, so that renewing a link can end just the connections that came by it: every open
 * connection was let in here.
 */
export class AdmittedSessions {
  private readonly byTokenHash = new Map<string, SessionRecord>()
  private sweepAt = FIRST_SWEEP

  note(session: SessionRecord, nowMs: number): void {
    this.byTokenHash.set(session.tokenHash, session)
    if (this.byTokenHash.size < this.sweepAt) return
    for (const [hash, { expiresAt }] of this.byTokenHash) {
      if (Date.parse(expiresAt) <= nowMs) this.byTokenHash.delete(hash)
    }
    this.sweepAt = Math.max(FIRST_SWEEP, 2 * this.byTokenHash.size)
  }

  /** Forgets the sessions of this link, and tells whose they were. */
  takeOut(roomId: RoomId, secretHash: string): ReadonlySet<ParticipantId> {
    const out = new Set<ParticipantId>()
    for (const [hash, session] of this.byTokenHash) {
      if (session.roomId !== roomId || session.secretHash !== secretHash) continue
      out.add(session.participantId)
      this.byTokenHash.delete(hash)
    }
    return out
  }

  /** Forgets one session that ended. */
  forget(tokenHash: string): void {
    this.byTokenHash.delete(tokenHash)
  }

  /** Whether the participant has another session that was let in. */
  has(participantId: ParticipantId): boolean {
    for (const session of this.byTokenHash.values()) if (session.participantId === participantId) return true
    return false
  }
}
