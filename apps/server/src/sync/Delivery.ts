import * as Y from 'yjs'
import { nextPart, type Clocks } from './documentParts.ts'
import { encodeStep2, encodeUpdate } from './frames.ts'
import type { SyncLimits } from './limits.ts'
import type { SharedAnswer } from './SharedAnswer.ts'

export interface DeliveryOptions {
  /** What is stored: nothing else is told. */
  readonly doc: Y.Doc
  readonly limits: Pick<SyncLimits, 'partBytes' | 'partsUnderWay'>
  /** The answer for somebody who has nothing. */
  readonly shared: () => SharedAnswer
  readonly send: (frame: Uint8Array) => void
  /** Sends a ping with these bytes; the other side answers with the same ones when it comes to it. */
  readonly ping: (data: Uint8Array) => void
  /** The answer is out: updates may follow. */
  readonly onDone: () => void
}

/**
 * Answers a step 1. What is large goes as updates of `partBytes` first, each followed by a ping, and only `partsUnderWay` of them
 * are on their way at once: so on a slow line something arrives every few seconds, pings are answered in time, and no queue
 * grows, whatever the buffers between here and there (reliability.md F51, F58). The step 2 comes last, because a stock client
 * takes it as "all is there".
 */
export class Delivery {
  readonly #options: DeliveryOptions
  /** What the client has when all parts arrived that were sent; null while nothing is asked for. */
  #has: Clocks | null = null
  /** What a newcomer is answered, as all others of these moments; null for who has something already. */
  #shared: SharedAnswer | null = null
  #sharedSent = 0
  #sent = 0
  #arrived = 0

  constructor(options: DeliveryOptions) {
    this.#options = options
  }

  /** @param stateVector what the client has */
  start(stateVector: Uint8Array): void {
    this.#has = Y.decodeStateVector(stateVector)
    this.#shared = this.#has.size === 0 ? this.#options.shared() : null
    this.#sharedSent = 0
    this.#advance()
  }

  /** A pong came. Numbers rise: one pong may stand for several pings (RFC 6455, 5.5.3). */
  heard(data: Uint8Array): void {
    const number = Number(new TextDecoder().decode(data))
    // A pong of a ping that had no number, or that was never asked for.
    if (data.byteLength === 0 || !Number.isSafeInteger(number) || number > this.#sent) return
    this.#arrived = Math.max(this.#arrived, number)
    this.#advance()
  }

  stop(): void {
    this.#has = null
    this.#shared = null
  }

  #advance(): void {
    const { doc, limits } = this.#options
    while (this.#has !== null && this.#sent - this.#arrived < limits.partsUnderWay) {
      if (this.#shared !== null) {
        this.#advanceShared(this.#shared)
        continue
      }
      const { update, has, isLast } = nextPart(doc, this.#has, limits.partBytes)
      if (isLast) {
        const had = Y.encodeStateVector(new Map(this.#has))
        this.#finish(encodeStep2(Y.encodeStateAsUpdate(doc, had)))
        return
      }
      this.#has = has
      this.#sendPart(encodeUpdate(update))
    }
  }

  #advanceShared(shared: SharedAnswer): void {
    const part = shared.parts[this.#sharedSent]
    if (part !== undefined) {
      this.#sharedSent += 1
      this.#sendPart(part)
      return
    }
    const rest = shared.rest()
    if (rest !== null) return this.#finish(rest)
    // This reader was so slow that others share another answer by now: the rest is made for him alone.
    this.#has = shared.has
    this.#shared = null
  }

  #sendPart(frame: Uint8Array): void {
    this.#sent += 1
    this.#options.send(frame)
    this.#options.ping(new TextEncoder().encode(String(this.#sent)))
  }

  #finish(step2: Uint8Array): void {
    this.stop()
    this.#options.send(step2)
    this.#options.onDone()
  }
}
