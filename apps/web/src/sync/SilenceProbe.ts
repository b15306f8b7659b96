import { SILENCE_LIMIT_MS } from './connectionState.ts'

/** Silence after which the server is asked for a sign of life, in ms. */
const PROBE_AFTER_MS = 15_000
/** How long such a sign may take when the page just woke up, in ms (F60). */
export const PROBE_ANSWER_MS = 5_000
/** Longest wait for an acknowledgement before the connection is made anew, in ms. */
const ACKNOWLEDGE_LIMIT_MS = 30_000

/** What an open connection deserves: trust, a question, or an end. */
export type Trust = 'trusted' | 'ask' | 'dead'

/** How long an open connection has been quiet, in ms. */
export interface Quiet {
  /** Since the server was last heard. */
  readonly silentMs: number
  /** How long the oldest frame waits for its acknowledgement. */
  readonly unacknowledgedMs: number
}

/** Whether the server still lives, asked by us because browsers show scripts no ping (reliability.md F52). */
export class SilenceProbe {
  private askedAt: number | null = null

  /** A question is on its way; a second one would say nothing more. */
  get isOut(): boolean {
    return this.askedAt !== null
  }

  /** The question was sent. @param at milliseconds on a clock that never jumps */
  noteAsked(at: number): void {
    this.askedAt = at
  }

  /** The server said something: any sign is an answer. */
  noteHeard(): void {
    this.askedAt = null
  }

  /**
   * What to do now about a connection that was quiet for so long. @param rarely whether it is looked at so rarely that nobody could
   * have asked in time: then only a question without an answer ends it
   */
  trust(at: number, { silentMs, unacknowledgedMs }: Quiet, rarely = false): Trust {
    const unanswered = this.askedAt !== null && at - this.askedAt > PROBE_ANSWER_MS && silentMs > PROBE_ANSWER_MS
    const tooQuiet = silentMs > SILENCE_LIMIT_MS || unacknowledgedMs > ACKNOWLEDGE_LIMIT_MS
    if (unanswered || (tooQuiet && !rarely)) return 'dead'
    return silentMs > PROBE_AFTER_MS && !this.isOut ? 'ask' : 'trusted'
  }
}
