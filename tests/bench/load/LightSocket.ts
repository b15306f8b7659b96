import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export interface LightSocketOptions {
  /** `ws://host:port` of the server. */
  readonly origin: string
  /** Path with a leading slash. */
  readonly path: string
  readonly subprotocols: readonly string[]
  readonly onOpen: () => void
  /** A whole message; the bytes are good until the callback ends. Only asked for while `listens`. */
  readonly onMessage: (payload: Buffer) => void
  readonly onClose: (code: number) => void
}

const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const
/** Code of a connection that ended without saying why. */
const ABNORMAL = 1006
const READ_BYTES = 256 * 1024
/** All sockets read into it by turns: what one read brought is dealt with before the next begins. */
const readBuffer = Buffer.allocUnsafe(READ_BYTES)

/**
 * A WebSocket client that costs next to nothing, so that a thousand fit on one core beside what they measure: messages that
 * nobody listens to are walked over by their headers, never copied. Understands what servers under test send: whole
 * messages without compression.
 */
export class LightSocket {
  bytesReceived = 0
  messagesReceived = 0
  bytesSent = 0
  /** Whether messages are given to `onMessage`. */
  listens = true
  readonly #options: LightSocketOptions
  readonly #socket: Socket
  /** Start of a message, or of the answer to the upgrade, whose rest has not come; a copy. */
  #rest: Buffer | null = null
  /** Bytes of a message to pass over. */
  #skip = 0
  #isOpen = false
  #closeCode: number | null = null

  constructor(options: LightSocketOptions) {
    this.#options = options
    const { hostname, port, host } = new URL(options.origin)
    this.#socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: (length: number, buffer: Uint8Array) => {
          this.#read(Buffer.from(buffer.buffer, buffer.byteOffset, length))
          return true
        },
      },
    })
    this.#socket.on('connect', () => {
      const headers = [
        `GET ${options.path} HTTP/1.1`,
        `Host: ${host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        ...(options.subprotocols.length === 0 ? [] : [`Sec-WebSocket-Protocol: ${options.subprotocols.join(', ')}`]),
      ]
      this.#socket.write(`${headers.join('\r\n')}\r\n\r\n`)
    })
    // What ended the connection is told by `close`.
    this.#socket.on('error', () => undefined)
    this.#socket.on('close', () => {
      this.#isOpen = false
      options.onClose(this.#closeCode ?? ABNORMAL)
    })
  }

  send(payload: Uint8Array | string): void {
    if (!this.#isOpen) return
    const frame =
      typeof payload === 'string' ? frameOf(opcodes.text, Buffer.from(payload)) : frameOf(opcodes.binary, payload)
    this.bytesSent += frame.byteLength
    this.#socket.write(frame)
  }

  /** Ends the connection at once, as a closed laptop does. */
  end(): void {
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    this.bytesReceived += chunk.byteLength
    let bytes = chunk
    if (this.#rest !== null) {
      bytes = Buffer.concat([this.#rest, chunk])
      this.#rest = null
    }
    let at = this.#isOpen ? 0 : this.#readUpgrade(bytes)
    while (at < bytes.byteLength) {
      const next = this.#readMessage(bytes, at)
      if (next === at) {
        this.#rest = Buffer.from(bytes.subarray(at))
        return
      }
      at = next
    }
  }

  /** Where the first message starts; the end when the answer has not come whole. */
  #readUpgrade(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n\r\n')
    if (end === -1) {
      this.#rest = Buffer.from(bytes)
      return bytes.byteLength
    }
    if (!bytes.subarray(0, end).toString('latin1').startsWith('HTTP/1.1 101')) {
      this.#socket.destroy()
      return bytes.byteLength
    }
    this.#isOpen = true
    this.#options.onOpen()
    return end + 4
  }

  /** Where the next message starts; `at` when this one has not come far enough. */
  #readMessage(bytes: Buffer, at: number): number {
    const left = bytes.byteLength - at
    if (this.#skip > 0) {
      const passed = Math.min(this.#skip, left)
      this.#skip -= passed
      return at + passed
    }
    if (left < 2) return at
    const first = bytes[at] ?? 0
    const short = (bytes[at + 1] ?? 0) & 127
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    if (left < header) return at
    const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 6)
    const opcode = first & 15
    const isData = opcode < opcodes.close
    if (first < 128 || opcode === 0) throw new Error('The server sends messages in fragments')
    const end = at + header + length
    if (isData && !this.listens) {
      this.messagesReceived += 1
      this.#skip = Math.max(0, end - bytes.byteLength)
      return Math.min(end, bytes.byteLength)
    }
    if (end > bytes.byteLength) return at
    const payload = bytes.subarray(at + header, end)
    if (isData) {
      this.messagesReceived += 1
      this.#options.onMessage(payload)
    } else if (opcode === opcodes.ping) this.#socket.write(frameOf(opcodes.pong, payload))
    else if (opcode === opcodes.close) {
      this.#closeCode = length >= 2 ? payload.readUInt16BE(0) : ABNORMAL
      this.#socket.end()
    }
    return end
  }
}

/** One frame of a client. Its mask is zero, which leaves the bytes as they are. */
function frameOf(opcode: number, payload: Uint8Array): Buffer {
  const length = payload.byteLength
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.alloc(header + 4 + length)
  frame[0] = 128 | opcode
  if (header === 2) frame[1] = 128 | length
  else if (header === 4) {
    frame[1] = 128 | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 128 | 127
    frame.writeUInt32BE(length, 6)
  }
  frame.set(payload, header + 4)
  return frame
}
