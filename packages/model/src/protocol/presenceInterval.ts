/** Shortest time between two moves of one person, in milliseconds: twenty a second looks fluent. */
const INTERVAL_MIN_MS = 50
/** Up to this time a cursor still reads as a movement, in milliseconds. */
const INTERVAL_FLUENT_MS = 400
/** Moves a second that everybody receives, up to the time above. */
const FLUENT_MOVES_PER_SECOND = 200
/** Moves a second that everybody receives at most, however many people there are. */
export const MOVES_PER_SECOND_MAX = 1000

/**
 * Time between two moves of one person, in whole milliseconds. Everybody receives everybody's moves, so it grows with the crowd
 * (design.md, Bytes): `people × 5` between 50 and 400, and never less than `people`. Up to 10 people move at the full rate; 40
 * every 200 ms; 80 to 400 people every 400 ms; 1,000 once a second.
 */
export function presenceIntervalMs(people: number): number {
  const fluent = Math.max(INTERVAL_MIN_MS, (people * 1000) / FLUENT_MOVES_PER_SECOND)
  return Math.ceil(Math.max(Math.min(INTERVAL_FLUENT_MS, fluent), (people * 1000) / MOVES_PER_SECOND_MAX))
}
