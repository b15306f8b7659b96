import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { clearLine, type LineCondition } from './Channel.ts'
import { ProxiedConnection } from './ProxiedConnection.ts'

/** Which way something goes. */
export type Direction = 'toServer' | 'toClient'

/** A WebSocket message that passes; control frames (ping, pong, close) pass unseen. */
export interface PassingMessage {
  readonly direction: Direction
  /** From 1, per connection and direction. */
  readonly number: number
  /** From 1: the how-manieth WebSocket of this proxy carries it. */
  readonly connection: number
  readonly bytes: Uint8Array
}

/** What becomes of a message: it passes, is lost without a trace, or ends the connection by a reset. */
export type Verdict = 'pass' | 'swallow' | 'cut'

/** Longest time that a proxied server may be silent; null = as long as it likes (nginx: `proxy_read_timeout`). */
type IdleLimit = number | null

/**
 * A TCP proxy on this machine between clients and a server, for HTTP and WebSocket alike, that misbehaves exactly as a test
 * says: slow, frozen in one direction or both, cut, without upgrades, losing one message. Conditions hold from the moment at which they are
 * set, for connections that are open as well as for new ones.
 */
export class Proxy {
  /** How each direction behaves now. */
  readonly #lines: Readonly<Record<Direction, LineCondition>> = { toServer: clearLine(), toClient: clearLine() }
  /** Looks at every message. */
  judge: (message: PassingMessage) => Verdict = () => 'pass'
  /** Whether WebSocket upgrades are passed on. Without, the request arrives as a plain one, as behind a proxy that knows no upgrades. */
  upgrades = true
  idleMs: IdleLimit = null
  /** Whether new connections are taken; otherwise they are reset at once. */
  accepts = true
  /** WebSockets that were asked for so far. */
  webSockets = 0
  readonly #server: Server
  readonly #open = new Set<ProxiedConnection>()
  #target: number

  /** A proxy to this port of this machine, gone when the test is over. */
  static async to(port: number): Promise<Proxy> {
    const proxy = await Proxy.open(port)
    onTestFinished(() => proxy.close())
    return proxy
  }

  /** The same outside a test's own life: to be closed by who opened it. */
  static async open(port: number): Promise<Proxy> {
    const proxy = new Proxy(port)
    await new Promise<void>((resolve) => proxy.#server.listen({ port: 0, host: '127.0.0.1' }, resolve))
    return proxy
  }

  private constructor(target: number) {
    this.#target = target
    this.#server = createServer({ allowHalfOpen: true }, (client) => this.#join(client))
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Where a browser finds the server behind it. */
  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Where clients connect, without the room. */
  get syncUrl(): string {
    return `ws://127.0.0.1:${this.port}/sync`
  }

  /** New connections go to this port from now on: the server came back at another one. */
  leadTo(port: number): void {
    this.#target = port
  }

  /** Nothing passes any more, and nobody is told: a pulled cable, or a middle box that forgot the connection. */
  freeze(...directions: readonly Direction[]): void {
    for (const direction of directions.length === 0 ? bothWays : directions) this.#lines[direction].frozen = true
  }

  /** What was held passes, and everything after it. */
  thaw(): void {
    this.set({ frozen: false })
  }

  /** Changes how the line behaves, in both directions or in one. */
  set(condition: Partial<LineCondition>, ...directions: readonly Direction[]): void {
    for (const direction of directions.length === 0 ? bothWays : directions)
      Object.assign(this.#lines[direction], condition)
    for (const connection of this.#open) connection.pump()
  }

  /** Loses the n-th message in one direction of each connection; with `times`, of the first so many connections only. */
  swallow(direction: Direction, number: number, times = Infinity): void {
    this.judge = (message) =>
      message.direction === direction && message.number === number && message.connection <= times ? 'swallow' : 'pass'
  }

  /** Ends every connection by which a message of more bytes goes, as a middle box with a limit does. */
  cutAbove(bytes: number): void {
    this.judge = (message) => (message.bytes.byteLength > bytes ? 'cut' : 'pass')
  }

  /** Ends all connections at once, both ends by a reset. */
  reset(): void {
    for (const connection of this.#open) connection.reset()
  }

  close(): void {
    this.#server.close()
    for (const connection of this.#open) connection.destroy()
  }

  #join(client: Socket): void {
    if (!this.accepts) {
      client.on('error', () => undefined)
      client.resetAndDestroy()
      return
    }
    const server = createConnection({ port: this.#target, host: '127.0.0.1', allowHalfOpen: true })
    const connection = new ProxiedConnection(client, server, {
      lines: this.#lines,
      idleMs: this.idleMs,
      upgrades: this.upgrades,
      numbered: () => (this.webSockets += 1),
      judge: (message) => this.judge(message),
      onClose: () => this.#open.delete(connection),
    })
    this.#open.add(connection)
  }
}

const bothWays: readonly Direction[] = ['toServer', 'toClient']
