import type { Socket } from 'node:net'

/** How often a throttled channel lets bytes through, in ms. */
const TICK_MS = 10
/** What a channel holds back itself before the sender feels it, as the buffers of a real line do. */
const HELD_BYTES = 256 * 1024

/** How one direction of every connection behaves at this moment. Changed by the test while it runs. */
export interface LineCondition {
  /** Nothing passes, neither bytes nor the end of the connection, and nobody is told. */
  frozen: boolean
  /** How long each byte is under way beside the real way, in ms. */
  delayMs: number
  /** null = as fast as it goes. */
  bytesPerSecond: number | null
  /** Nothing passes before so many bytes have come together, as a proxy that buffers does. */
  bufferBytes: number
}

/** A line that does nothing to what passes. */
export function clearLine(): LineCondition {
  return { frozen: false, delayMs: 0, bytesPerSecond: null, bufferBytes: 0 }
}

type Ending = 'end' | 'reset'

/** One direction of one proxied connection: what came in at one side and has yet to leave at the other. */
export class Channel {
  readonly #from: Socket
  readonly #to: Socket
  readonly #condition: LineCondition
  #queue: { readonly bytes: Buffer; readonly dueAt: number }[] = []
  #heldBytes = 0
  #ending: Ending | null = null
  #drained = true
  #timer: NodeJS.Timeout | null = null

  constructor(from: Socket, to: Socket, condition: LineCondition) {
    this.#from = from
    this.#to = to
    this.#condition = condition
    to.on('drain', () => {
      this.#drained = true
      this.pump()
    })
  }

  /** These bytes are to pass. */
  add(bytes: Buffer): void {
    this.#queue.push({ bytes, dueAt: performance.now() + this.#condition.delayMs })
    this.#heldBytes += bytes.byteLength
    this.pump()
    if (this.#heldBytes > this.#mostHeld()) this.#from.pause()
  }

  /** Nothing more comes: what is held passes first, then the end. */
  finish(ending: Ending): void {
    this.#ending ??= ending
    this.pump()
  }

  /** Lets through what may pass now, and comes back for the rest. */
  pump(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#condition.frozen || this.#to.destroyed) return
    if (this.#heldBytes < this.#condition.bufferBytes && this.#ending === null) return
    const { bytesPerSecond } = this.#condition
    let budget = bytesPerSecond === null ? Infinity : Math.max(1, Math.round((bytesPerSecond * TICK_MS) / 1000))
    const now = performance.now()
    while (budget > 0 && this.#drained) {
      const first = this.#queue[0]
      if (first === undefined || first.dueAt > now) break
      const part = first.bytes.subarray(0, Math.min(budget, first.bytes.byteLength))
      const rest = first.bytes.subarray(part.byteLength)
      if (rest.byteLength > 0) this.#queue[0] = { bytes: rest, dueAt: first.dueAt }
      else this.#queue.shift()
      this.#heldBytes -= part.byteLength
      budget -= part.byteLength
      this.#drained = this.#to.write(part)
    }
    if (this.#heldBytes <= this.#mostHeld()) this.#from.resume()
    const next = this.#queue[0]
    if (next !== undefined) {
      const waitMs = Math.max(next.dueAt - now, bytesPerSecond === null ? 1 : TICK_MS)
      this.#timer = setTimeout(() => this.pump(), waitMs)
    } else if (this.#ending === 'end') this.#to.end()
    else if (this.#ending === 'reset') this.#to.resetAndDestroy()
  }

  /** Forgets everything that is under way. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#queue = []
  }

  #mostHeld(): number {
    const { bytesPerSecond } = this.#condition
    return bytesPerSecond === null ? HELD_BYTES : Math.min(HELD_BYTES, (bytesPerSecond * TICK_MS) / 1000)
  }
}
