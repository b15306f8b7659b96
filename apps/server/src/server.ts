import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { AdmittedSessions } from './access/AdmittedSessions.ts'
import { AllowedOrigins } from './access/AllowedOrigins.ts'
import { Entrance } from './access/Entrance.ts'
import { Links } from './access/Links.ts'
import { Roster } from './access/Roster.ts'
import { systemRandom } from './access/secrets.ts'
import { Sessions } from './access/Sessions.ts'
import { OpenRequests } from './http/OpenRequests.ts'
import { SilentSockets } from './access/SilentSockets.ts'
import { createApp } from './app.ts'
import { WebFiles } from './http/WebFiles.ts'
import { ErasedList } from './erasure/ErasedList.ts'
import { Erasures } from './erasure/Erasures.ts'
import { Purge } from './erasure/Purge.ts'
import { GuessRounds } from './guess/GuessRounds.ts'
import { LicenceWatch } from './licence/LicenceWatch.ts'
import type { Log } from './log.ts'
import { Metrics } from './metrics/Metrics.ts'
import type { RescueFiles } from './rescue/RescueFiles.ts'
import { Retention } from './retention/Retention.ts'
import { RetentionSweep } from './retention/RetentionSweep.ts'
import { TrustedTime } from './retention/TrustedTime.ts'
import type { Storage } from './storage/Storage.ts'
import { monotonicClock } from './sync/Clock.ts'
import { Gateway } from './sync/Gateway.ts'
import { defaultLimits, type SyncLimits } from './sync/limits.ts'
import { LogSweeper } from './sync/LogSweeper.ts'
import { RoomRegistry } from './sync/RoomRegistry.ts'
import { VersionKeeper } from './versions/VersionKeeper.ts'
import { Versions } from './versions/Versions.ts'

export interface ServerOptions {
  /** 0 = any free port. */
  readonly port: number
  /** Without it every address of this machine. */
  readonly host?: string
  /** Closed by the server when it stops. */
  readonly storage: Storage
  /** What was erased and stays so; without it a list that is forgotten with the process. Closed by the server when it stops. */
  readonly erasedList?: ErasedList
  /** Folder of the built web app; null where something else serves it. */
  readonly webRoot: string | null
  readonly log: Log
  /** Origins that browsers may come from; null = the host that they asked for. */
  readonly origins?: readonly string[] | null
  readonly trustedProxies?: readonly string[]
  readonly roomsPerHour?: number
  readonly tldrawLicenseKey?: string | null
  /** Opens `/metrics`; without one there is no such page. */
  readonly metricsToken?: string | null
  readonly limits?: SyncLimits
  /** Where boards go that cannot be stored (reliability.md C2); nowhere, where it is left out. */
  readonly rescueFiles?: RescueFiles | null
}

export interface RunningServer {
  readonly port: number
  /** Where a browser on this machine finds it. */
  readonly origin: string
  readonly rooms: RoomRegistry
  /**
   * Takes no more work, tells everyone, stores what came in, lets everything go. Resolves when all is stored; rejects when
   * that could not be done within `graceMs`.
   */
  close(options?: CloseOptions): Promise<void>
}

export interface CloseOptions {
  /** How long `/health` says so before anybody is sent away, so that no new work is sent here. */
  readonly noticeMs?: number
  /** Longest time for storing; what could not be stored by then is given up. */
  readonly graceMs?: number
}

/** Below the 10 s in which a stop must be done (reliability.md F32). */
const CLOSE_GRACE_MS = 7000
/** A request head comes within 5 s and is at most 16 KiB; whoever takes longer is cut off (F65). */
const HTTP_LIMITS = { headersTimeout: 5000, connectionsCheckingInterval: 1000, maxHeaderSize: 16 * 1024 } as const
/** A connection on which nothing comes or goes for so long is let go, also when its answer is still being made: no answer takes so long. */
const UNREAD_MS = 300_000
/** Rooms per hour and address where the settings say nothing: two workshops' worth of trying out. */
const ROOMS_PER_HOUR = 60

/** Starts Samenreis on a port. @throws what `listen` gives, e.g. EADDRINUSE */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { storage, log, origins = null, trustedProxies = [], limits = defaultLimits, webRoot } = options
  const { directory } = storage
  const random = systemRandom
  const now = Date.now
  let stopping = false

  const { metricsToken = null } = options
  const metrics = metricsToken === null ? null : { source: new Metrics(), token: metricsToken }
  const rooms = new RoomRegistry({
    storage: storage.documents,
    log,
    clock: monotonicClock,
    limits,
    rescueFiles: options.rescueFiles ?? null,
    ...(metrics === null ? {} : { meter: metrics.source.meter }),
    onManyGone: (roomId, { sequence, ...version }) => void versions.keepBoard(roomId, version, sequence, 'many-gone'),
  })
  const versions = new Versions({ store: storage.versions, rooms, random, now, log })
  const keeper = new VersionKeeper({
    versions,
    rooms: () => rooms.live.map(({ room: { id, sequence } }) => ({ id, sequence })),
    now,
    log,
  })
  const sweeper = new LogSweeper({ rooms, storage: storage.documents, log, limits })
  const list = options.erasedList ?? ErasedList.inMemory()
  const purge = new Purge({ storage, list, isQuiet: () => rooms.size === 0, clock: monotonicClock, now, log })
  const guesses = new GuessRounds({ directory, rooms, random, now })
  const erasures = new Erasures({
    directory,
    guesses,
    rooms,
    versions,
    list,
    rescueFiles: options.rescueFiles ?? null,
    purge,
    now,
    log,
  })
  // Before anybody can be let in to what is erased.
  await erasures.reapply()
  const storedTime = await directory.trustedTime()
  const storedMs = storedTime === null ? null : Date.parse(storedTime)
  const time = new TrustedTime({ wall: now, clock: monotonicClock, storedMs })
  const retention = new Retention({ directory, time, log })
  const sweep = new RetentionSweep({ directory, time, erase: (roomId) => erasures.eraseRoom(roomId, null), log })
  const admitted = new AdmittedSessions()
  const sessions = new Sessions({ directory, admitted, retention, random, now })
  const roster = new Roster(directory, rooms)
  const gateway = new Gateway({
    rooms,
    admissions: sessions,
    roster: (roomId) => roster.of(roomId),
    origins,
    log,
    clock: monotonicClock,
    limits,
  })
  metrics?.source.watch(() => ({
    roomStates: rooms.counts,
    live: rooms.live,
    connections: gateway.size,
    queuedBytes: gateway.queuedBytes,
    bytes: gateway.bytes,
  }))
  const app = createApp({
    directory,
    rooms,
    sessions,
    entrance: new Entrance({ directory, sessions, random, now }),
    roster,
    guesses,
    retention,
    erasures,
    versions,
    links: new Links({ directory, rooms, admitted, random }),
    origins: new AllowedOrigins(origins),
    publicOrigin: origins?.[0] ?? null,
    trustedProxies,
    roomsPerHour: options.roomsPerHour ?? ROOMS_PER_HOUR,
    tldrawLicenseKey: options.tldrawLicenseKey ?? null,
    web: webRoot === null ? null : new WebFiles(webRoot),
    metrics,
    ready: () => !stopping,
    storageWorks: () => rooms.storage !== 'failing' && storage.isFailing !== true,
    random,
    now,
    log,
  })

  const licence = new LicenceWatch({ key: options.tldrawLicenseKey ?? null, origins, now, log })
  const answer = getRequestListener(app.fetch)
  const silent = new SilentSockets(trustedProxies)
  const open = new OpenRequests()
  const server = createServer(HTTP_LIMITS, (request, response) => {
    silent.spoke(request.socket)
    if (open.admits(request, response)) void answer(request, response)
  })
  server.setTimeout(UNREAD_MS)
  server.on('connection', (socket) => silent.opened(socket))
  server.on('upgrade', (request, socket, head) => {
    silent.spoke(request.socket)
    gateway.handleUpgrade(request, socket, head)
  })
  const port = await listen(server, options.port, options.host)
  log.info('listening', { numbers: { port } })
  sweep.start()
  purge.start()

  return {
    port,
    origin: `http://localhost:${port}`,
    rooms,
    async close({ noticeMs = 0, graceMs = CLOSE_GRACE_MS } = {}) {
      stopping = true
      sweeper.stop()
      keeper.close()
      if (noticeMs > 0) await new Promise((resolve) => setTimeout(resolve, noticeMs))
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      try {
        await sweep.stop()
        await gateway.close({ graceMs })
        await rooms.close({ graceMs })
      } finally {
        // Also when something could not be stored: the database must be let go for the next start.
        metrics?.source.stop()
        licence.stop()
        server.closeAllConnections()
        await closed
        await purge.stop()
        await storage.close()
        await list.close()
      }
      log.info('closed')
    },
  }
}

async function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return (server.address() as AddressInfo).port
}
