/** A WebSocket frame as it stands on the wire (RFC 6455, 5.2). */
export interface WireFrame {
  /** 1 text, 2 binary, 0 the continuation of one; 8 close, 9 ping, 10 pong. */
  readonly opcode: number
  /** What it carries, without its mask. */
  readonly payload: Buffer
  /** The whole frame as it came. */
  readonly wire: Buffer
}

const FINAL_SIZE_7_BIT = 125
const SIZE_16_BIT = 126

/** Cuts a stream of bytes into whole frames. */
export class WebSocketFrames {
  #held = Buffer.alloc(0)

  /** Takes the next bytes in, and gives the frames that are whole now. */
  take(chunk: Buffer): WireFrame[] {
    this.#held = Buffer.concat([this.#held, chunk])
    const frames: WireFrame[] = []
    for (let frame = this.#next(); frame !== null; frame = this.#next()) frames.push(frame)
    return frames
  }

  #next(): WireFrame | null {
    const [first, second] = this.#held
    if (first === undefined || second === undefined) return null
    const short = second & 0x7f
    const sizeBytes = short <= FINAL_SIZE_7_BIT ? 0 : short === SIZE_16_BIT ? 2 : 8
    const masked = (second & 0x80) !== 0
    const headBytes = 2 + sizeBytes + (masked ? 4 : 0)
    if (this.#held.byteLength < headBytes) return null
    const size =
      sizeBytes === 0 ? short : sizeBytes === 2 ? this.#held.readUInt16BE(2) : Number(this.#held.readBigUInt64BE(2))
    if (this.#held.byteLength < headBytes + size) return null
    const wire = this.#held.subarray(0, headBytes + size)
    this.#held = this.#held.subarray(headBytes + size)
    const payload = Buffer.from(wire.subarray(headBytes))
    if (masked) {
      const mask = wire.subarray(2 + sizeBytes, headBytes)
      for (let at = 0; at < payload.byteLength; at += 1) payload[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0)
    }
    return { opcode: first & 0x0f, payload, wire }
  }
}
