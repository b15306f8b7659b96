import type { Socket } from 'node:net'
import { Channel, type LineCondition } from './Channel.ts'
import type { Direction, PassingMessage, Verdict } from './Proxy.ts'
import { WebSocketFrames, type WireFrame } from './WebSocketFrames.ts'

/** Opcodes below this carry data, the others are control frames. */
const FIRST_CONTROL_OPCODE = 8
const HEAD_END = '\r\n\r\n'

export interface ProxiedConnectionOptions {
  readonly lines: Readonly<Record<Direction, LineCondition>>
  readonly idleMs: number | null
  readonly upgrades: boolean
  /** Gives a WebSocket its number. */
  readonly numbered: () => number
  readonly judge: (message: PassingMessage) => Verdict
  readonly onClose: () => void
}

/** One connection through the proxy: two sockets and what is under way between them. */
export class ProxiedConnection {
  readonly #client: Socket
  readonly #server: Socket
  readonly #options: ProxiedConnectionOptions
  readonly #channels: Readonly<Record<Direction, Channel>>
  readonly #frames: Readonly<Record<Direction, WebSocketFrames>> = {
    toServer: new WebSocketFrames(),
    toClient: new WebSocketFrames(),
  }
  readonly #counts: Record<Direction, number> = { toServer: 0, toClient: 0 }
  /** Bytes of a head that is not whole yet; null = it passed. */
  readonly #heads: Record<Direction, Buffer | null> = { toServer: Buffer.alloc(0), toClient: Buffer.alloc(0) }
  /** Number of the WebSocket; null = plain HTTP, or not known yet. */
  #webSocket: number | null = null

  constructor(client: Socket, server: Socket, options: ProxiedConnectionOptions) {
    this.#client = client
    this.#server = server
    this.#options = options
    this.#channels = {
      toServer: new Channel(client, server, options.lines.toServer),
      toClient: new Channel(server, client, options.lines.toClient),
    }
    this.#listen(client, 'toServer')
    this.#listen(server, 'toClient')
    if (options.idleMs !== null) this.#watchIdle(options.idleMs)
  }

  /** Lets through what may pass now. */
  pump(): void {
    this.#channels.toServer.pump()
    this.#channels.toClient.pump()
  }

  reset(): void {
    for (const socket of [this.#client, this.#server]) socket.resetAndDestroy()
  }

  destroy(): void {
    for (const socket of [this.#client, this.#server]) socket.destroy()
  }

  #listen(socket: Socket, direction: Direction): void {
    const channel = this.#channels[direction]
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#take(direction, chunk))
    socket.on('end', () => channel.finish('end'))
    // A socket that broke breaks the other one, when the line lets that pass.
    socket.on('error', () => channel.finish('reset'))
    socket.on('close', () => {
      channel.finish('end')
      if (!this.#client.destroyed || !this.#server.destroyed) return
      for (const each of Object.values(this.#channels)) each.stop()
      this.#options.onClose()
    })
  }

  #take(direction: Direction, chunk: Buffer): void {
    const head = this.#heads[direction]
    if (head === null) this.#takeBody(direction, chunk)
    else this.#takeHead(direction, Buffer.concat([head, chunk]))
  }

  #takeHead(direction: Direction, bytes: Buffer): void {
    const end = bytes.indexOf(HEAD_END)
    if (end < 0) {
      this.#heads[direction] = bytes
      return
    }
    this.#heads[direction] = null
    const head = bytes.subarray(0, end + HEAD_END.length)
    const asksUpgrade = direction === 'toServer' && /\r\nupgrade: *websocket\r\n/i.test(head.toString('latin1'))
    if (asksUpgrade && this.#options.upgrades) this.#webSocket = this.#options.numbered()
    this.#channels[direction].add(asksUpgrade && !this.#options.upgrades ? withoutUpgrade(head) : head)
    const rest = bytes.subarray(head.byteLength)
    if (rest.byteLength > 0) this.#takeBody(direction, rest)
  }

  #takeBody(direction: Direction, bytes: Buffer): void {
    if (this.#webSocket === null) this.#channels[direction].add(bytes)
    else for (const frame of this.#frames[direction].take(bytes)) this.#takeFrame(direction, frame, this.#webSocket)
  }

  #takeFrame(direction: Direction, { opcode, payload, wire }: WireFrame, connection: number): void {
    if (opcode < FIRST_CONTROL_OPCODE) {
      this.#counts[direction] += 1
      const verdict = this.#options.judge({ direction, number: this.#counts[direction], connection, bytes: payload })
      if (verdict === 'swallow') return
      if (verdict === 'cut') {
        this.reset()
        return
      }
    }
    this.#channels[direction].add(wire)
  }

  #watchIdle(idleMs: number): void {
    this.#server.setTimeout(idleMs, () => this.destroy())
  }
}

/** The request as a proxy passes it on that knows of no upgrades: hop-by-hop headers are its own business (RFC 9110, 7.6.1). */
function withoutUpgrade(head: Buffer): Buffer {
  const lines = head.toString('latin1').split('\r\n')
  const kept = lines.filter((line) => !/^(upgrade|connection):/i.test(line))
  return Buffer.from([kept[0], 'Connection: close', ...kept.slice(1)].join('\r\n'), 'latin1')
}
