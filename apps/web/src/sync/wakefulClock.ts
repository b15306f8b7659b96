/** By so much more the wall clock has to run ahead at once before it is sleep, in ms: less is a correction of that clock. */
const SLEPT_FROM_MS = 5_000

/**
 * A clock in milliseconds that never goes back, and goes on while the device sleeps. `performance.now()` stands still then on most
 * systems (w3c/hr-time#115), so that a connection of before would seem a moment old; the wall clock tells how long it was. A wall
 * clock that somebody sets forward looks like sleep, and costs a question to the server.
 */
export function wakefulClock(
  steady: () => number = () => performance.now(),
  wall: () => number = () => Date.now(),
): () => number {
  let last = { steady: steady(), wall: wall() }
  let sleptMs = 0
  return () => {
    const now = { steady: steady(), wall: wall() }
    const aheadMs = now.wall - last.wall - (now.steady - last.steady)
    if (aheadMs > SLEPT_FROM_MS) sleptMs += aheadMs
    last = now
    return now.steady + sleptMs
  }
}
