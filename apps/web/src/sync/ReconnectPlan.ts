import type { CloseReason } from '@samenreis/model/protocol/closeCodes'
import { reconnectDelay, STABLE_AFTER_MS } from './reconnect.ts'

export interface ReconnectPlanOptions {
  /** Tries to connect. */
  readonly connect: () => void
  /** 0 ≤ n < 1; decides the moment of a try. */
  readonly random: () => number
}

/** When the next try to connect is made, and how often it went wrong before. */
export class ReconnectPlan {
  private readonly options: ReconnectPlanOptions
  private failures = 0
  /** When the connection opened; null = none is open, whatever was before. */
  private openedAt: number | null = null
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: ReconnectPlanOptions) {
    this.options = options
  }

  /** A connection is open. @param at milliseconds on a clock that never jumps */
  noteOpened(at: number): void {
    this.openedAt = at
  }

  /** A connection ended, or one never came; counted from zero again after one that lasted. */
  noteClosed(at: number): void {
    if (this.openedAt !== null && at - this.openedAt > STABLE_AFTER_MS) this.failures = 0
    this.openedAt = null
    this.failures += 1
  }

  /**
   * Sets the next try, in place of any other.
   *
   * @param reason what the close code says, or null
   * @param restartingInMs what the server announced, or null
   */
  tryAgain(reason: CloseReason | null, restartingInMs: number | null): void {
    this.cancel()
    const delayMs = reconnectDelay(this.failures, reason, restartingInMs, this.options.random())
    this.timer = setTimeout(() => {
      this.timer = null
      this.options.connect()
    }, delayMs)
  }

  /** No try is set any more. */
  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }
}
