import type { Socket } from 'node:net'
import { clientAddress } from './clientAddress.ts'

export interface SilentLimits {
  /** Longest time until the first whole request head. */
  readonly silenceMs: number
  /** Connections of one address that have asked for nothing yet: browsers open a few ahead, and a whole town hall shares one address. */
  readonly perAddress: number
  readonly inAll: number
}

export const silentLimits: SilentLimits = { silenceMs: 5000, perAddress: 200, inAll: 1000 }

/**
 * Connections that were opened and have asked for nothing yet (reliability.md F65): each has a few seconds, and when there are too many,
 * the oldest goes, so that whoever comes with a request always gets in. Proxies that were named in the settings are left alone.
 */
export class SilentSockets {
  readonly #limits: SilentLimits
  readonly #trustedProxies: readonly string[]
  /** Oldest first, with its address and the end of its time. */
  readonly #silent = new Map<Socket, { readonly address: string; readonly timer: NodeJS.Timeout }>()
  readonly #perAddress = new Map<string, number>()

  constructor(trustedProxies: readonly string[], limits = silentLimits) {
    this.#trustedProxies = trustedProxies
    this.#limits = limits
  }

  get size(): number {
    return this.#silent.size
  }

  /** For the `connection` event of the server. */
  opened(socket: Socket): void {
    const address = clientAddress(socket.remoteAddress, undefined, [])
    if (this.#trustedProxies.includes(address)) return
    const timer = setTimeout(() => socket.destroy(), this.#limits.silenceMs)
    timer.unref()
    this.#silent.set(socket, { address, timer })
    const count = (this.#perAddress.get(address) ?? 0) + 1
    this.#perAddress.set(address, count)
    socket.once('close', () => this.spoke(socket))
    if (count > this.#limits.perAddress) this.#dropOldest((each) => each === address)
    if (this.#silent.size > this.#limits.inAll) this.#dropOldest(() => true)
  }

  /** A request came whole up to its body, or the connection ended: it is not counted any more. */
  spoke(socket: Socket): void {
    const known = this.#silent.get(socket)
    if (known === undefined) return
    clearTimeout(known.timer)
    this.#silent.delete(socket)
    const left = (this.#perAddress.get(known.address) ?? 1) - 1
    if (left > 0) this.#perAddress.set(known.address, left)
    else this.#perAddress.delete(known.address)
  }

  #dropOldest(of: (address: string) => boolean): void {
    for (const [socket, { address }] of this.#silent) {
      if (!of(address)) continue
      this.spoke(socket)
      socket.destroy()
      return
    }
  }
}
