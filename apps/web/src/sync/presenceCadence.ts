/** Shortest time between two presence frames of one person, in ms: twenty a second looks fluent. */
const PRESENCE_MIN_MS = 50
/** Longest, in ms: a cursor that jumps is still better than none. */
const PRESENCE_MAX_MS = 400
/** Presence frames that a whole room sends a second. Everybody receives all of them, so this bounds what each tab draws. */
const ROOM_FRAMES_PER_SECOND = 200

/**
 * Time between two presence frames of one person, in ms: `people × 5`, at least 50 and at most 400. Up to 10 people send at the
 * full rate; 40 people every 200 ms; from 80 on every 400 ms (design.md, Bytes).
 */
export function presenceInterval(people: number): number {
  return Math.min(PRESENCE_MAX_MS, Math.max(PRESENCE_MIN_MS, (people * 1000) / ROOM_FRAMES_PER_SECOND))
}
