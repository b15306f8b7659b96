/** Why a socket is closed: one table for both ends. Codes of reliability.md C9. */
export const closeCodes = {
  /** No session, or it ended: join again by the link. */
  'not-signed-in': { code: 4401, retry: false },
  /** The session may not do this. */
  forbidden: { code: 4403, retry: false },
  /** Absent and forbidden rooms answer alike (F64). */
  'room-not-found': { code: 4404, retry: false },
  /** The board was made anew (another epoch): nothing is merged, load again. */
  'epoch-changed': { code: 4409, retry: false },
  /** Something of this client is missing for good: start again with an empty document. */
  resync: { code: 4410, retry: false },
  'frame-too-large': { code: 1009, retry: false },
  /** What was sent is not of this protocol, or no board update. */
  malformed: { code: 4400, retry: false },
  /** A well-formed update that the board does not accept: unknown kind, invalid record, forged author. */
  'invalid-content': { code: 4422, retry: false },
  /** A change of a locked journey by somebody who does not lead: start again with an empty document; nothing else is wrong. */
  'journey-locked': { code: 4423, retry: false },
  /** A change by somebody who does not lead of a field that only who leads fills in; goes on as after `journey-locked`. */
  'leader-only': { code: 4424, retry: false },
  'client-too-old': { code: 4426, retry: false },
  /** This server is older than the board, or the board older than the client that changes it: it may be brought up to date any moment. */
  'server-too-old': { code: 4427, retry: true },
  'too-many': { code: 4429, retry: true },
  'room-unavailable': { code: 4503, retry: true },
  /** The server stops and comes back; retry after the announced time. */
  restarting: { code: 1012, retry: true },
  /** This client reads too slowly. */
  overloaded: { code: 1013, retry: true },
} as const
export type CloseReason = keyof typeof closeCodes

/** The reason that belongs to a code, or null for codes that are not ours (1000, 1006 …). */
export function closeReasonOf(code: number): CloseReason | null {
  for (const [reason, entry] of Object.entries(closeCodes)) if (entry.code === code) return reason as CloseReason
  return null
}
