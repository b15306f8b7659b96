import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Requests of one connection that may wait for their answer: each but the first came before the answer to the one before it. Browsers and
 * proxies do not do that; of whoever does, all answers would be made at once and wait in memory (reliability.md F65).
 */
const OPEN_MAX = 4

/** How many requests of each connection are not answered yet. */
export class OpenRequests {
  readonly #open = new WeakMap<Socket, number>()

  /** Whether the request is to be answered; a connection with too many ends. */
  admits({ socket }: IncomingMessage, response: ServerResponse): boolean {
    const open = (this.#open.get(socket) ?? 0) + 1
    this.#open.set(socket, open)
    response.once('close', () => this.#open.set(socket, (this.#open.get(socket) ?? 1) - 1))
    if (open > OPEN_MAX) socket.destroy()
    return !socket.destroyed
  }
}
