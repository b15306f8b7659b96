import type { CloseReason } from '@samenreis/model/protocol/closeCodes'

/** First upper bound of the waiting time, in ms; it doubles with each failure (reliability.md C9). */
const BACKOFF_START_MS = 500
/** Longest upper bound. */
const BACKOFF_LIMIT_MS = 30_000
/** A server that says it is overloaded is left alone at least this long. */
const OVERLOADED_PAUSE_MS = 5_000
/** Everybody hears the same announced moment; they come back spread over this time (F53). */
const RESTART_SPREAD_MS = 5_000

/** A connection that lasted this long was a good one: failures are counted from zero again. */
export const STABLE_AFTER_MS = 60_000

/**
 * How long to wait before the next try, in ms: full jitter, so that a whole workshop does not come back in one moment.
 *
 * @param failures connections that ended since the last stable one, this one included
 * @param restartingInMs what the server announced, or null
 * @param random 0 ≤ n < 1
 */
export function reconnectDelay(
  failures: number,
  reason: CloseReason | null,
  restartingInMs: number | null,
  random: number,
): number {
  if (restartingInMs !== null) return restartingInMs + random * RESTART_SPREAD_MS
  const jitter = random * Math.min(BACKOFF_LIMIT_MS, BACKOFF_START_MS * 2 ** failures)
  return reason === 'overloaded' || reason === 'too-many' ? OVERLOADED_PAUSE_MS + jitter : jitter
}
