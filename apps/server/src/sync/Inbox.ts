import type { Clock } from './Clock.ts'
import type { SyncLimits } from './limits.ts'
import { messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import type { RoomTurns } from './RoomTurns.ts'
import { TokenBucket } from './TokenBucket.ts'

export interface InboxOptions {
  readonly clock: Clock
  readonly limits: SyncLimits
  /** Of the room that the connection is in. */
  readonly turns: RoomTurns
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
  readonly #onTurn = (): void => this.#handle(true)
  #waiting: Uint8Array[] = []
  #isHeldUp = false
  #timer: NodeJS.Timeout | null = null
  #closed = false

  constructor(options: InboxOptions) {
    this.#options = options
    this.#frames = new TokenBucket(options.limits.frames, options.clock)
    this.#documentFrames = new TokenBucket(options.limits.documentFrames, options.clock)
    this.#documentBytes = new TokenBucket(options.limits.documentBytesRate, options.clock)
    this.#handling = new TokenBucket(options.limits.handlingMs, options.clock)
  }

  /** Whether frames wait here for their turn. */
  get isHolding(): boolean {
    return this.#isHeldUp
  }

  /** Handles the frame now or later. false = far too many wait already. */
  add(frame: Uint8Array): boolean {
    if (this.#waiting.length >= this.#options.limits.waitingFrames) return false
    this.#waiting.push(frame)
    if (!this.#isHeldUp) this.#handle(false)
    return true
  }

  close(): void {
    this.#closed = true
    this.#waiting = []
    this.#options.turns.leave(this.#onTurn)
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  /** @param hasTurn whether the room has just given this connection its turn, for one frame */
  #handle(hasTurn: boolean): void {
    const { turns, clock, onFrame } = this.#options
    let handled = 0
    let waitMs = 0
    let asks = false
    for (const frame of this.#waiting) {
      asks = !(hasTurn && handled === 0) && !turns.areFree
      if (!asks) waitMs = this.#waitMs(frame)
      if (asks || waitMs > 0) break
      handled += 1
      const beganAtMs = clock()
      onFrame(frame)
      const tookMs = clock() - beganAtMs
      this.#handling.spend(tookMs)
      turns.spend(tookMs)
      if (this.#closed) return
    }
    this.#waiting.splice(0, handled)
    this.#holdUp(this.#waiting.length > 0)
    if (asks) turns.ask(this.#onTurn)
    else if (waitMs > 0) this.#timer = setTimeout(() => this.#handle(false), waitMs)
  }

  #holdUp(isHeldUp: boolean): void {
    if (this.#isHeldUp === isHeldUp) return
    this.#isHeldUp = isHeldUp
    this.#options.onPressure(isHeldUp)
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
