import { closeCodes, type CloseReason } from '@samenreis/model/protocol/closeCodes'
import type { ClientFrame } from './frames.ts'

/** Takes one measured time, in seconds. */
export interface Durations {
  observe(seconds: number): void
}

export interface SyncMeterOptions {
  /** How long an append to storage took, of those that held. */
  readonly commits: Durations
  /** From the first edit of a commit that was taken up until everybody's frame was handed over. */
  readonly relays: Durations
}

/**
 * What the live part of the server has done since it started: plain numbers that are only ever raised, so that counting on the
 * way of a frame costs an addition. Nothing of a room or a person is in it (reliability.md F86); `metrics/Metrics.ts` reads it.
 */
export class SyncMeter {
  readonly commits: Durations
  readonly relays: Durations
  /** Frames of clients, by what they are. */
  readonly framesIn: Record<ClientFrame['kind'] | 'malformed', number> = {
    step1: 0,
    step2: 0,
    update: 0,
    move: 0,
    presence: 0,
    'presence-query': 0,
    piece: 0,
    malformed: 0,
  }
  /** Frames that were handed to sockets. `control` is everything but edits and presence of others. */
  readonly framesOut = { document: 0, presence: 0, control: 0 }
  /** Bytes of the connections that are over. */
  readonly endedBytes = { in: 0, out: 0 }
  /** Document frames that were refused. */
  readonly framesRefused = noneYet()
  /** Connections that were not let in with a code, and sessions that the server ended. */
  readonly joinsRefused = noneYet()
  readonly sessionsEnded = noneYet()
  /** Upgrades that were answered by HTTP, by status. */
  readonly upgradesRefused = { 403: 0, 404: 0, 503: 0 }
  /** Appends that storage refused. */
  commitsFailed = 0

  constructor({ commits, relays }: SyncMeterOptions = { commits: unmeasured, relays: unmeasured }) {
    this.commits = commits
    this.relays = relays
  }
}

/** Where nobody asks for times. */
const unmeasured: Durations = { observe: () => undefined }

function noneYet(): Record<CloseReason, number> {
  const reasons = Object.keys(closeCodes) as CloseReason[]
  return Object.fromEntries(reasons.map((reason) => [reason, 0])) as Record<CloseReason, number>
}
