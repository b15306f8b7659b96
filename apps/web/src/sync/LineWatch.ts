import { longestWait, type ConnectionFacts } from './connectionState.ts'
import { Handshake } from './Handshake.ts'
import { SilenceProbe, type Trust } from './SilenceProbe.ts'

/** Says of a connection whether it lives: while somebody comes in step by step, afterwards by signs of life. */
export class LineWatch {
  readonly handshake = new Handshake()
  private readonly probe = new SilenceProbe()

  /** A question is on its way; a second one would say nothing more. */
  get isAsking(): boolean {
    return this.probe.isOut
  }

  /** A new connection was asked for. @param at milliseconds on a clock that never jumps, as everywhere here */
  begin(at: number): void {
    this.handshake.begin(at)
    this.probe.noteHeard()
  }

  /** The server was asked for a sign of life. */
  noteAsked(at: number): void {
    this.probe.noteAsked(at)
  }

  /** The server said something. @param board whether it was a part of the board, which is a step on the way in */
  noteHeard(at: number, board: boolean): void {
    this.probe.noteHeard()
    if (board) this.handshake.noteStep(at)
  }

  /** @param rarely whether this page looks so rarely that nobody could have asked in time */
  trust(at: number, facts: ConnectionFacts, rarely = false): Trust {
    // A store that is slow or failing says so: what waits for it is not lost on the way.
    const storageWaits = facts.room.storage !== 'ok'
    if (!(storageWaits && facts.step2Frame !== null) && this.handshake.isStuck(at)) return 'dead'
    if (facts.link !== 'open') return 'trusted'
    const unacknowledgedMs = storageWaits ? 0 : longestWait(facts, at)
    return this.probe.trust(at, { silentMs: at - facts.heardAt, unacknowledgedMs }, rarely)
  }
}
