import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Participant } from '@samenreis/model/api/participant'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Admissions } from '../access/Admission.ts'
import type { Log } from '../log.ts'
import type { Clock } from './Clock.ts'
import type { SyncLimits } from './limits.ts'
import type { RoomRegistry } from './RoomRegistry.ts'

export interface GatewayOptions {
  readonly rooms: RoomRegistry
  readonly admissions: Admissions
  /** Everybody who takes part, as the others may see them; `connected` as `rooms.connected` says. */
  readonly roster: (roomId: RoomId) => Promise<readonly Participant[]>
  /** Origins that browsers may come from; null = the host that they asked for (reliability.md F61). */
  readonly origins: readonly string[] | null
  readonly log: Log
  readonly clock: Clock
  readonly limits: SyncLimits
}

/** Turns upgrade requests on `/sync/:roomId` into sessions of rooms. */
export class Gateway {
  constructor(_options: GatewayOptions) {}

  /** For the `upgrade` event of the raw server. Answers every request, also those that it refuses. */
  handleUpgrade(_request: IncomingMessage, socket: Duplex, _head: Buffer): void {
    socket.destroy()
  }

  /** Admits nobody more, announces the stop, stores what came in, and closes all connections with `restarting`. */
  close(_options: { graceMs: number }): Promise<void> {
    return Promise.reject(new Error('not yet'))
  }
}
