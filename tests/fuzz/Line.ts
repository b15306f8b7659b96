import { unpackFrames } from '@samenreis/server/sync/packedFrames'
import type { SessionSocket } from '@samenreis/server/sync/Session'

/** What is under way to the server on one connection. */
export type ToServer =
  | { readonly kind: 'dial' | 'gone' }
  | { readonly kind: 'frame' | 'pong'; readonly bytes: Uint8Array }

/** What is under way to the client on one connection. */
export type ToClient =
  | { readonly kind: 'open' }
  | { readonly kind: 'frame' | 'ping'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed'; readonly code: number }

/** A connection that was lost without a goodbye (RFC 6455). */
export const LOST = 1006

const CONNECTING = 0
const OPEN = 1
const CLOSED = 3

/**
 * One connection, both ends: a WebSocket for the stock provider, a `SessionSocket` for the server. Nothing travels by itself;
 * the test takes one thing at a time from either direction. Each direction keeps its order, as TCP does.
 */
export class Line implements SessionSocket {
  readonly toServer: ToServer[] = [{ kind: 'dial' }]
  readonly toClient: ToClient[] = []
  /** The client's end, as the provider uses it. */
  readonly client: ClientSocket
  #paused = false
  #serverEnded = false

  constructor(client: ClientSocket) {
    this.client = client
  }

  /** Whether the server reads now: it stops while a client is too fast. */
  get isReadable(): boolean {
    return !this.#paused && this.toServer.length > 0
  }

  /** Whether neither end has anything to expect of the other any more. */
  get isOver(): boolean {
    return this.#serverEnded && this.client.isClosed && this.toServer.length === 0
  }

  /** Whether the server's end is over: the client went away, or the server closed. */
  get isServerEnded(): boolean {
    return this.#serverEnded
  }

  get bufferedAmount(): number {
    return this.toClient.reduce((sum, each) => sum + (each.kind === 'frame' ? each.bytes.byteLength : 0), 0)
  }

  /** The server lets the client in: `open` comes before everything that a session says. */
  open(): void {
    this.toClient.push({ kind: 'open' })
  }

  send(bytes: Uint8Array): void {
    if (!this.#serverEnded) this.toClient.push({ kind: 'frame', bytes })
  }

  write(packed: Uint8Array): void {
    for (const frame of unpackFrames(packed)) this.send(frame)
  }

  ping(data = new Uint8Array()): void {
    if (!this.#serverEnded) this.toClient.push({ kind: 'ping', bytes: data })
  }

  pause(): void {
    this.#paused = true
  }

  resume(): void {
    this.#paused = false
  }

  close(code: number): void {
    if (this.#serverEnded) return
    this.#serverEnded = true
    this.toClient.push({ kind: 'closed', code })
  }

  terminate(): void {
    this.serverGone(0)
    this.toServer.push({ kind: 'gone' })
  }

  /** The server's process or its socket is gone: the client still gets so many of the things under way, then the end. */
  serverGone(arrive: number): void {
    this.#serverEnded = true
    this.#paused = false
    this.toServer.length = 0
    this.toClient.length = Math.min(arrive, this.toClient.length)
    this.toClient.push({ kind: 'closed', code: LOST })
  }

  /** The network is cut: so many of the frames under way still reach the server, later, and then the end. */
  cut(arrive: number): void {
    this.toServer.length = Math.min(arrive, this.toServer.length)
    this.client.lose(LOST)
  }

  /** The client's end is closed: what was on its way to it is lost, and the server hears of it in its turn. */
  clientGone(): void {
    this.toClient.length = 0
    this.toServer.push({ kind: 'gone' })
  }

  /** The server heard that the client is gone. */
  endServer(): void {
    this.#serverEnded = true
  }

  /** Hands the next thing to the client. */
  deliverToClient(): void {
    const next = this.toClient.shift()
    switch (next?.kind) {
      case undefined:
        break
      case 'open':
        this.client.opened()
        break
      case 'ping':
        this.toServer.push({ kind: 'pong', bytes: next.bytes })
        break
      case 'frame':
        this.client.onmessage?.({ data: next.bytes })
        break
      case 'closed':
        this.client.lose(next.code)
        break
    }
  }
}

/** As much of the browser's WebSocket as y-websocket uses. */
export class ClientSocket {
  readonly OPEN = OPEN
  readyState = CONNECTING
  binaryType = 'arraybuffer'
  onopen: (() => void) | null = null
  onmessage: ((event: { readonly data: Uint8Array }) => void) | null = null
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  readonly line = new Line(this)

  get isClosed(): boolean {
    return this.readyState === CLOSED
  }

  opened(): void {
    if (this.isClosed) return
    this.readyState = OPEN
    this.onopen?.()
  }

  send(bytes: Uint8Array): void {
    if (this.readyState === OPEN) this.line.toServer.push({ kind: 'frame', bytes })
  }

  close(): void {
    if (this.isClosed) return
    this.readyState = CLOSED
    this.line.clientGone()
  }

  /** The connection ended without the client's doing. */
  lose(code: number): void {
    if (this.isClosed) return
    this.close()
    this.onclose?.({ code, reason: '' })
  }
}
