import type { Clock } from './Clock.ts'
import type { SyncLimits } from './limits.ts'
import type { SyncMeter } from './SyncMeter.ts'

/** What a socket gives of its sending side. */
export interface Outlet {
  /** Bytes that were handed over and have not left. */
  readonly bufferedAmount: number
  /** Sends one message. */
  send(frame: Uint8Array): void
  /** Sends messages that are packed (`packFrames`), behind everything that was sent before. */
  write(packed: Uint8Array): void
}

/** What one tick of a room tells everybody who reads the same: made once, written as it is to every socket. */
export interface Telling {
  /** Packed edits; null = none. */
  readonly document: Uint8Array | null
  /** Packed presence; null = none. */
  readonly presence: Uint8Array | null
  /** Both as one, or the one that there is. */
  readonly whole: Uint8Array
  /** State vector of who has everything before it; asked for only when it must be remembered. */
  readonly had: () => Uint8Array
}

/**
 * The sending side of one connection (reliability.md F51). Control messages always go; documents and presence only while the
 * queue is short. Who falls behind is sent one difference when the queue has drained, so memory is bounded and nothing is lost.
 */
export class Outbox {
  readonly #outlet: Outlet
  readonly #clock: Clock
  readonly #limits: SyncLimits
  readonly #sent: SyncMeter['framesOut']
  /** What the client had when it fell behind; null while it keeps up. */
  #behind: Uint8Array | null = null
  #missedPresence = false
  #queuedBytes = 0
  #progressAtMs: number
  #sentAtMs: number
  #drainedAtMs = 0

  constructor(outlet: Outlet, clock: Clock, limits: SyncLimits, meter: SyncMeter) {
    this.#outlet = outlet
    this.#clock = clock
    this.#limits = limits
    this.#sent = meter.framesOut
    this.#progressAtMs = clock()
    this.#sentAtMs = clock()
  }

  /** When the last frame was handed over. */
  get sentAtMs(): number {
    return this.#sentAtMs
  }

  /** When bytes were last seen to leave a queue: a slow reader is no dead one. */
  get drainedAtMs(): number {
    return this.#drainedAtMs
  }

  control(frame: Uint8Array): void {
    this.#sent.control += 1
    this.#send(frame)
  }

  /** A control message that everybody in the room is sent. */
  controlPacked(packed: Uint8Array): void {
    this.#sent.control += 1
    this.#write(packed)
  }

  /** @param withDocument whether the client can take edits yet */
  tell(telling: Telling, withDocument: boolean): void {
    const { presence } = telling
    const document = withDocument ? telling.document : null
    if (this.#behind !== null || this.#outlet.bufferedAmount > this.#limits.queueSoftBytes) {
      if (document !== null) this.#behind ??= telling.had()
      if (presence !== null) this.#missedPresence = true
      return
    }
    const packed = withDocument ? telling.whole : presence
    if (packed === null) return
    if (document !== null) this.#sent.document += 1
    if (presence !== null) this.#sent.presence += 1
    this.#write(packed)
  }

  /** Everybody's presence, for this client alone. */
  presence(frame: Uint8Array): void {
    if (this.#behind !== null || this.#outlet.bufferedAmount > this.#limits.queueSoftBytes) this.#missedPresence = true
    else {
      this.#sent.presence += 1
      this.#send(frame)
    }
  }

  /**
   * Looks after the queue.
   * @param catchUp frames that bring a client up to date that has this state vector, and everybody's presence
   * @returns false when the client reads so slowly that it must be sent away
   */
  watch(catchUp: { document: (had: Uint8Array) => Uint8Array; presence: () => Uint8Array }): boolean {
    const now = this.#clock()
    const queued = this.#outlet.bufferedAmount
    if (queued < this.#queuedBytes) this.#drainedAtMs = now
    if (queued === 0 || queued < this.#queuedBytes) this.#progressAtMs = now
    this.#queuedBytes = queued
    if (queued > this.#limits.queueMaxBytes) return false
    if (queued > this.#limits.queueHardBytes && now - this.#progressAtMs >= this.#limits.queueStallMs) return false
    if (queued > this.#limits.queueSoftBytes / 2) return true
    if (this.#behind !== null) {
      const had = this.#behind
      this.#behind = null
      this.control(catchUp.document(had))
    }
    if (this.#missedPresence) {
      this.#missedPresence = false
      this.control(catchUp.presence())
    }
    return true
  }

  #send(frame: Uint8Array): void {
    this.#outlet.send(frame)
    this.#sentAtMs = this.#clock()
  }

  #write(packed: Uint8Array): void {
    this.#outlet.write(packed)
    this.#sentAtMs = this.#clock()
  }
}
