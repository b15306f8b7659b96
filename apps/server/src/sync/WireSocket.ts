import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { packFrames } from './packedFrames.ts'
import type { SessionSocket } from './Session.ts'

/** Up to this size a copy behind its head costs less than two writes. */
const PACKED_MAX_BYTES = 4096

/**
 * A `ws` socket and the wire under it. What goes to one client goes through `ws`; what goes to all of a room is packed once and
 * written to each wire as it is (docs/adr/0010). Both keep one order, because `ws` without compression hands each frame to the same
 * wire at once and holds nothing back.
 */
export class WireSocket implements SessionSocket {
  readonly #ws: WebSocket
  readonly #wire: Duplex

  /** @param wire the connection that `ws` was made on, without compression */
  constructor(ws: WebSocket, wire: Duplex) {
    this.#ws = ws
    this.#wire = wire
  }

  get bufferedAmount(): number {
    return this.#wire.writableLength
  }

  send(frame: Uint8Array): void {
    if (frame.byteLength <= PACKED_MAX_BYTES) this.write(packFrames(frame))
    else this.#ws.send(frame)
  }

  /** Passed over once either end has said goodbye: behind a close frame nothing may follow (RFC 6455, 5.5.1). */
  write(packed: Uint8Array): void {
    if (this.#ws.readyState === this.#ws.OPEN) this.#wire.write(packed)
  }

  ping(data?: Uint8Array): void {
    this.#ws.ping(data)
  }

  pause(): void {
    this.#ws.pause()
  }

  resume(): void {
    this.#ws.resume()
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason)
  }

  terminate(): void {
    this.#ws.terminate()
  }
}
