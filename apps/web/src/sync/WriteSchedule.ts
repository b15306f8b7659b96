/** While a gesture lasts its changes leave at most this often, in ms (design.md, Document). */
export const GESTURE_WRITE_MS = 50
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
  private lastWriteAt = -Infinity
  private isQueued = false
  private timer: { readonly handle: ReturnType<typeof setTimeout>; readonly is: 'pause' | 'settling' } | null = null

  constructor(options: WriteScheduleOptions) {
    this.options = options
  }

  /** Something is to be written. @param urgent it is never put off */
  plan(urgent: boolean): void {
    const wait = urgent ? 0 : this.lastWriteAt + GESTURE_WRITE_MS - this.options.now()
    if (wait <= 0) this.queue()
    else if (this.timer?.is !== 'pause') this.setTimer('pause', wait)
  }

  /** It was written, and may have to be again when the gesture has ended. */
  planSettling(): void {
    this.setTimer('settling', SETTLE_MS)
  }

  noteWritten(): void {
    this.lastWriteAt = this.options.now()
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
