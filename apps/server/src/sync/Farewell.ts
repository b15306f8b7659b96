import { closeCodes, type CloseReason } from '@samenreis/model/protocol/closeCodes'
import type { SessionSocket } from './Session.ts'

/** What a closing connection may still send at once. */
const SLICE_BYTES = 64 * 1024
/** And how fast on average: more than most lines carry. */
const BYTES_PER_MS = 1300
/** What reading a frame costs beside its bytes, in bytes: a flood may be of frames that hold nothing. */
const FRAME_BYTES = 256

/**
 * A connection that the server closes, until it is gone. Its close frame is answered behind whatever its client had sent before, so that
 * has to be read; slowly, because a client that is closed for its flood has megabytes on the way, and nobody else may wait for what
 * nobody wants (reliability.md F57).
 */
export class Farewell {
  readonly #socket: SessionSocket
  /** A peer that does not answer, or whose queue is long, must not keep the socket. */
  readonly #deadline: NodeJS.Timeout
  #passedOver = 0
  #pause: NodeJS.Timeout | null = null

  constructor(socket: SessionSocket, reason: CloseReason, limitMs: number) {
    this.#socket = socket
    socket.resume()
    socket.close(closeCodes[reason].code, reason)
    this.#deadline = setTimeout(() => socket.terminate(), limitMs)
  }

  /** Something came that nobody reads any more. */
  passOver({ byteLength }: Uint8Array): void {
    this.#passedOver += byteLength + FRAME_BYTES
    if (this.#passedOver < SLICE_BYTES || this.#pause !== null) return
    const pauseMs = this.#passedOver / BYTES_PER_MS
    this.#passedOver = 0
    this.#socket.pause()
    this.#pause = setTimeout(() => {
      this.#pause = null
      this.#socket.resume()
    }, pauseMs)
  }

  /** The connection is gone. */
  over(): void {
    clearTimeout(this.#deadline)
    if (this.#pause !== null) clearTimeout(this.#pause)
  }
}
