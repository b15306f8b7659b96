import type * as Y from 'yjs'
import type { Clock } from './Clock.ts'
import type { SyncLimits } from './limits.ts'
import { SharedAnswer } from './SharedAnswer.ts'

export interface NewcomersOptions {
  /** What is stored. */
  readonly doc: Y.Doc
  readonly clock: Clock
  readonly limits: Pick<SyncLimits, 'partBytes' | 'answerKeptMs'>
}

/** Keeps the answer that newcomers of one room share for as long as people keep coming. */
export class Newcomers {
  readonly #options: NewcomersOptions
  #answer: SharedAnswer | null = null
  #askedAtMs = 0

  constructor(options: NewcomersOptions) {
    this.#options = options
  }

  /** The answer for somebody who has nothing. Made anew when as much as one part came on top of the last one. */
  answer(): SharedAnswer {
    const { doc, clock, limits } = this.#options
    this.#askedAtMs = clock()
    if (this.#answer !== null && this.#answer.sinceBytes > limits.partBytes) this.#forget()
    this.#answer ??= new SharedAnswer(doc, limits.partBytes)
    return this.#answer
  }

  /** The document has taken up an update that is stored. */
  add(update: Uint8Array): void {
    if (this.#answer === null) return
    // Nobody has come for a while: what is deleted since must not stay in memory for the next one.
    if (this.#options.clock() - this.#askedAtMs > this.#options.limits.answerKeptMs) this.#forget()
    else this.#answer.add(update)
  }

  #forget(): void {
    this.#answer?.retire()
    this.#answer = null
  }
}
