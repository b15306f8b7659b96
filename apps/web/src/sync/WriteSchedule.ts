/** While a gesture lasts its changes leave at most this often, in ms (design.md, Document). */
export const GESTURE_WRITE_MS = 50
/**
 * So many records of one gesture leave in a second at most: more of them leave less often. Each place that is left behind stays in the
 * document for good, as an empty struct, and a board can hold half a million (docs/protocol.md, Limits): whoever drags 600 selected
 * cards would leave 12,000 behind in each second.
 */
const GESTURE_RECORDS_PER_S = 400
/** But at least this often, in ms: others are to see that something moves. */
const GESTURE_WRITE_MAX_MS = 1000
/** How long after the last write of a gesture it is looked whether it has ended unnoticed, in ms. */
export const SETTLE_MS = 250

export interface WriteScheduleOptions {
  /** Milliseconds that never jump. */
  readonly now: () => number
  /** Writes at the end of a turn. */
  readonly writeNow: () => void
  /** Writes after a pause, or looks whether the gesture ended. */
  readonly writeLater: () => void
}

/** When the user's changes are written: at the end of the turn, or once the pause since the last write is over. */
export class WriteSchedule {
  private readonly options: WriteScheduleOptions
  private nextWriteAt = -Infinity
  private isQueued = false
  private timer: { readonly handle: ReturnType<typeof setTimeout>; readonly is: 'pause' | 'settling' } | null = null

  constructor(options: WriteScheduleOptions) {
    this.options = options
  }

  /** Something is to be written. @param urgent it is never put off */
  plan(urgent: boolean): void {
    const wait = urgent ? 0 : this.nextWriteAt - this.options.now()
    if (wait <= 0) this.queue()
    else if (this.timer?.is !== 'pause') this.setTimer('pause', wait)
  }

  /** It was written, and may have to be again when the gesture has ended. */
  planSettling(): void {
    this.setTimer('settling', SETTLE_MS)
  }

  /** So many records were written. */
  noteWritten(records: number): void {
    const pauseMs = Math.max(GESTURE_WRITE_MS, (records / GESTURE_RECORDS_PER_S) * 1000)
    this.nextWriteAt = this.options.now() + Math.min(pauseMs, GESTURE_WRITE_MAX_MS)
  }

  /** Nothing is written later any more; what is due at the end of this turn stays. */
  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer.handle)
    this.timer = null
  }

  /** Hidden tabs have microtasks too; they have no animation frames. */
  private queue(): void {
    if (this.isQueued) return
    this.isQueued = true
    queueMicrotask(() => {
      this.isQueued = false
      this.options.writeNow()
    })
  }

  private setTimer(is: 'pause' | 'settling', delayMs: number): void {
    this.cancel()
    const handle = setTimeout(() => {
      this.timer = null
      this.options.writeLater()
    }, delayMs)
    this.timer = { handle, is }
  }
}
