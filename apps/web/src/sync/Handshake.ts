/** How long each step of getting in may take, in ms; two of them and a pause stay below 15 s (reliability.md F22). */
const STEP_LIMIT_MS = 6_000
/** The slowest line on which somebody's work is still waited for, in bytes per second. */
const SLOWEST_LINE = 8_000

/**
 * Watches over the way in: asked, open, welcomed, the board received, one's own work sent and stored. A step that does not come
 * means that something got lost on the way, and that a new start is needed.
 */
export class Handshake {
  private stepAt = 0
  private sentBytes = 0
  private isDone = false

  /** A new connection was asked for. @param at milliseconds on a clock that never jumps */
  begin(at: number): void {
    this.stepAt = at
    this.sentBytes = 0
    this.isDone = false
  }

  /** Another step came: open, HELLO, a part of the board. */
  noteStep(at: number): void {
    this.stepAt = at
  }

  /** Own work went out: a slow line needs its time for that. */
  noteSent(at: number, bytes: number): void {
    this.stepAt = at
    this.sentBytes += bytes
  }

  /** The server stored what this tab has: this person is in. */
  finish(): void {
    this.isDone = true
  }

  /** Whether the next step takes too long. */
  isStuck(at: number): boolean {
    return !this.isDone && at - this.stepAt > STEP_LIMIT_MS + (1000 * this.sentBytes) / SLOWEST_LINE
  }
}
