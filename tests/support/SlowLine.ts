import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** How often a slow line lets bytes through. */
const TICK_MS = 10

/** A TCP proxy on this machine that lets through so many bytes a second, and holds little back itself. */
export class SlowLine {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  static async to(port: number, bytesPerSecond: number): Promise<SlowLine> {
    const line = new SlowLine(port, bytesPerSecond)
    await new Promise<void>((resolve) => line.#server.listen({ port: 0, host: '127.0.0.1' }, resolve))
    onTestFinished(() => line.#close())
    return line
  }

  private constructor(port: number, bytesPerSecond: number) {
    this.#server = createServer((client) => {
      const server = createConnection(port, '127.0.0.1')
      this.#join(client, server)
      client.pipe(server)
      this.#trickle(server, client, (bytesPerSecond * TICK_MS) / 1000)
    })
  }

  get syncUrl(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/sync`
  }

  #join(client: Socket, server: Socket): void {
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        this.#sockets.delete(socket)
        other.destroy()
      })
    }
  }

  #trickle(from: Socket, to: Socket, bytesPerTick: number): void {
    let held: Buffer[] = []
    let heldBytes = 0
    from.on('data', (chunk) => {
      held.push(chunk)
      heldBytes += chunk.byteLength
      if (heldBytes > bytesPerTick) from.pause()
    })
    const timer = setInterval(() => {
      if (heldBytes > 0) {
        const all = Buffer.concat(held)
        to.write(all.subarray(0, bytesPerTick))
        held = [all.subarray(bytesPerTick)]
        heldBytes = held[0]?.byteLength ?? 0
      }
      if (heldBytes <= bytesPerTick) from.resume()
    }, TICK_MS)
    from.on('close', () => clearInterval(timer))
  }

  #close(): void {
    this.#server.close()
    for (const socket of this.#sockets) socket.destroy()
  }
}
