/** First byte of a WebSocket frame that is a whole binary message (RFC 6455, 5.2). */
const WHOLE_BINARY = 0x82
/** Payloads up to this length have it in the second byte; above it stands one of the two marks, and the length follows. */
const SHORT_MAX = 125
const LENGTH_16 = 126
const LENGTH_64 = 127
const MAX_16 = 0xff_ff
const HEAD_MAX = 10

/**
 * The frames as they stand on a WebSocket from a server, each one message, in this order: made once, and written to as many sockets as
 * want it (docs/adr/0010).
 */
export function packFrames(...frames: readonly Uint8Array[]): Uint8Array {
  let size = 0
  for (const frame of frames) size += headBytes(frame.byteLength) + frame.byteLength
  const packed = Buffer.allocUnsafeSlow(size)
  let at = 0
  for (const frame of frames) {
    at = writeHead(packed, at, frame.byteLength)
    packed.set(frame, at)
    at += frame.byteLength
  }
  return packed
}

/** Packed frames one behind the other. */
export function joinPacked(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = Buffer.allocUnsafeSlow(first.byteLength + second.byteLength)
  joined.set(first)
  joined.set(second, first.byteLength)
  return joined
}

/** The messages in packed frames, which must be whole ones. */
export function unpackFrames(packed: Uint8Array): Uint8Array[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  const frames: Uint8Array[] = []
  for (let at = 0; at < packed.byteLength;) {
    const short = view.getUint8(at + 1)
    const length =
      short === LENGTH_16 ? view.getUint16(at + 2) : short === LENGTH_64 ? Number(view.getBigUint64(at + 2)) : short
    at += headBytes(length)
    frames.push(packed.subarray(at, at + length))
    at += length
  }
  return frames
}

function headBytes(length: number): number {
  if (length <= SHORT_MAX) return 2
  return length <= MAX_16 ? 4 : HEAD_MAX
}

/** @returns where the payload starts */
function writeHead(packed: Buffer, at: number, length: number): number {
  packed[at] = WHOLE_BINARY
  if (length <= SHORT_MAX) packed[at + 1] = length
  else if (length <= MAX_16) {
    packed[at + 1] = LENGTH_16
    packed.writeUInt16BE(length, at + 2)
  } else {
    packed[at + 1] = LENGTH_64
    packed.writeBigUInt64BE(BigInt(length), at + 2)
  }
  return at + headBytes(length)
}
