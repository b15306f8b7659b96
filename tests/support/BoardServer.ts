import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { seedUpdate } from '@samenreis/model/document/seed'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { createLog, type Log } from '@samenreis/server/log'
import type { RescueFiles } from '@samenreis/server/rescue/RescueFiles'
import type { Storage } from '@samenreis/server/storage/Storage'
import { monotonicClock } from '@samenreis/server/sync/Clock'
import { Gateway } from '@samenreis/server/sync/Gateway'
import { defaultLimits, type SyncLimits } from '@samenreis/server/sync/limits'
import type { MigrationPlan } from '@samenreis/server/sync/migratedDocument'
import { RoomRegistry } from '@samenreis/server/sync/RoomRegistry'
import { newRoom } from '../contract/roomFixture.ts'
import { TestAdmissions } from './TestAdmissions.ts'

export interface BoardServerOptions {
  readonly storage: Storage
  /** 0 = any free port. */
  readonly port?: number
  readonly limits?: Partial<SyncLimits>
  readonly origins?: readonly string[] | null
  /** Steps of the layout other than the model's own. */
  readonly migrations?: MigrationPlan
  readonly rescueFiles?: RescueFiles
  readonly log?: Log
}

/** The live part of the server alone, on a port: storage, rooms and gateway as they are, people by `TestAdmissions`. */
export class BoardServer {
  readonly storage: Storage
  readonly rooms: RoomRegistry
  readonly gateway: Gateway
  readonly admissions: TestAdmissions
  readonly #server: Server

  static async start({
    storage,
    port = 0,
    limits,
    origins = null,
    log = createLog('silent'),
    ...more
  }: BoardServerOptions): Promise<BoardServer> {
    const allLimits = { ...defaultLimits, ...limits }
    const admissions = new TestAdmissions()
    const rooms = new RoomRegistry({
      storage: storage.documents,
      log,
      clock: monotonicClock,
      limits: allLimits,
      ...more,
    })
    const gateway = new Gateway({
      rooms,
      admissions,
      roster: async (roomId) =>
        (await storage.directory.participantsOf(roomId)).map(({ id, name, avatar, role }) => ({
          id,
          name,
          avatar,
          role,
          connected: rooms.connected(roomId).has(id),
        })),
      origins,
      log,
      clock: monotonicClock,
      limits: allLimits,
    })
    const server = createServer((_request, response) => response.writeHead(404).end())
    server.on('upgrade', (request, socket, head) => gateway.handleUpgrade(request, socket, head))
    await new Promise<void>((resolve) => server.listen({ port, host: '127.0.0.1' }, resolve))
    return new BoardServer({ storage, rooms, gateway, server, admissions })
  }

  private constructor(parts: {
    storage: Storage
    rooms: RoomRegistry
    gateway: Gateway
    server: Server
    admissions: TestAdmissions
  }) {
    this.storage = parts.storage
    this.rooms = parts.rooms
    this.gateway = parts.gateway
    this.#server = parts.server
    this.admissions = parts.admissions
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Where clients connect, without the room. */
  get syncUrl(): string {
    return `ws://127.0.0.1:${this.port}/sync`
  }

  /** Makes an empty board, if there is none. */
  async openRoom(roomId: RoomId): Promise<void> {
    if ((await this.storage.directory.findRoom(roomId)) !== null) return
    await this.storage.directory.createRoom(newRoom(roomId, [seedUpdate()]))
  }

  /** @returns whether everything is stored */
  async close({ graceMs = 5000 } = {}): Promise<boolean> {
    this.#server.close()
    await this.gateway.close({ graceMs })
    const stored = await this.rooms.close({ graceMs }).then(
      () => true,
      () => false,
    )
    this.#server.closeAllConnections()
    if (stored) await this.storage.close()
    return stored
  }
}
