import { PIECED_BYTES_MAX } from '@samenreis/model/protocol/messages'
import type { Clock } from './Clock.ts'
import type { SyncLimits } from './limits.ts'

/** A document frame that comes in pieces, one after the other (docs/protocol.md, PIECE), up to the one that is missing. */
export class PiecedFrame {
  readonly #clock: Clock
  readonly #limits: Pick<SyncLimits, 'pieceMs' | 'pieceBytes'>
  #pieces: Uint8Array[] = []
  #bytes = 0
  /** When the frame last became so much longer, and how long it was then. */
  #grown = { atMs: 0, bytes: 0 }

  constructor(clock: Clock, limits: Pick<SyncLimits, 'pieceMs' | 'pieceBytes'>) {
    this.#clock = clock
    this.#limits = limits
  }

  /** Whether for too long nothing worth waiting for came of a frame that was begun. */
  get isStalled(): boolean {
    return this.#pieces.length > 0 && this.#clock() - this.#grown.atMs > this.#limits.pieceMs
  }

  /** Takes the next piece. Returns the whole with the last one, before it null; too much is forgotten. */
  add(bytes: Uint8Array, isLast: boolean): Uint8Array | 'too-large' | null {
    if (this.#pieces.length === 0) this.#grown = { atMs: this.#clock(), bytes: 0 }
    // A piece is a view of all that came in with it, which would stay as long as the piece does.
    this.#pieces.push(Uint8Array.from(bytes))
    this.#bytes += bytes.byteLength
    if (this.#bytes - this.#grown.bytes >= this.#limits.pieceBytes) {
      this.#grown = { atMs: this.#clock(), bytes: this.#bytes }
    }
    if (this.#bytes > PIECED_BYTES_MAX) {
      this.clear()
      return 'too-large'
    }
    if (!isLast) return null
    const whole = Buffer.concat(this.#pieces)
    this.clear()
    return whole
  }

  clear(): void {
    this.#pieces = []
    this.#bytes = 0
  }
}
