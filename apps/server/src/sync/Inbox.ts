import type { Clock } from './Clock.ts'
import type { SyncLimits } from './limits.ts'
import { messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import { TokenBucket } from './TokenBucket.ts'

export interface InboxOptions {
  readonly clock: Clock
  readonly limits: SyncLimits
  readonly onFrame: (frame: Uint8Array) => void
  /** true: frames wait, so reading must stop; false: all were handled. */
  readonly onPressure: (full: boolean) => void
}

/**
 * Frames of one connection in the order in which they came. Who sends faster than the limits waits for his turn, in his own
 * buffers as far as possible: an edit that is dropped would leave a gap, an edit that is late does not (reliability.md F66).
 */
export class Inbox {
  readonly #options: InboxOptions
  readonly #frames: TokenBucket
  readonly #documentFrames: TokenBucket
  readonly #documentBytes: TokenBucket
  readonly #handling: TokenBucket
  #waiting: Uint8Array[] = []
  #timer: NodeJS.Timeout | null = null
  #closed = false

  constructor(options: InboxOptions) {
    this.#options = options
    this.#frames = new TokenBucket(options.limits.frames, options.clock)
    this.#documentFrames = new TokenBucket(options.limits.documentFrames, options.clock)
    this.#documentBytes = new TokenBucket(options.limits.documentBytesRate, options.clock)
    this.#handling = new TokenBucket(options.limits.handlingMs, options.clock)
  }

  /** Handles the frame now or later. false = far too many wait already. */
  add(frame: Uint8Array): boolean {
    if (this.#waiting.length >= this.#options.limits.waitingFrames) return false
    this.#waiting.push(frame)
    if (this.#timer === null) this.#handle()
    return true
  }

  close(): void {
    this.#closed = true
    this.#waiting = []
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #handle(): void {
    let handled = 0
    for (const frame of this.#waiting) {
      const waitMs = this.#waitMs(frame)
      if (waitMs > 0) {
        if (this.#timer === null) this.#options.onPressure(true)
        this.#waiting = this.#waiting.slice(handled)
        this.#timer = setTimeout(() => {
          this.#timer = null
          this.#handle()
          if (this.#timer === null && !this.#closed) this.#options.onPressure(false)
        }, waitMs)
        return
      }
      handled += 1
      const beganAtMs = this.#options.clock()
      this.#options.onFrame(frame)
      this.#handling.spend(this.#options.clock() - beganAtMs)
      if (this.#closed) return
    }
    this.#waiting = []
  }

  /** 0 = it may be handled now, and its tokens are taken. */
  #waitMs(frame: Uint8Array): number {
    const isDocument = !isLight(frame)
    const documentMs = isDocument ? Math.max(this.#documentFrames.waitMs(), this.#documentBytes.waitMs()) : 0
    const waitMs = Math.max(this.#frames.waitMs(), this.#handling.waitMs(), documentMs)
    if (waitMs > 0) return waitMs
    this.#frames.take()
    if (!isDocument) return 0
    this.#documentFrames.take()
    this.#documentBytes.spend(frame.byteLength)
    return 0
  }
}

/** Presence and requests. Everything else counts as a document, also what is written in an unusual way. */
function isLight([type, sub]: Uint8Array): boolean {
  if (type === messageTypes.sync) return sub === syncTypes.step1
  return type === messageTypes.move || type === messageTypes.awareness || type === messageTypes.queryAwareness
}
