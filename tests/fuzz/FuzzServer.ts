import type { Admission } from '@samenreis/server/access/Admission'
import type { Log } from '@samenreis/server/log'
import type { RoomStorage } from '@samenreis/server/storage/RoomStorage'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'
import { defaultLimits, type SyncLimits } from '@samenreis/server/sync/limits'
import { RoomRegistry, type RoomHold } from '@samenreis/server/sync/RoomRegistry'
import { unpackFrames } from '@samenreis/server/sync/packedFrames'
import { Session } from '@samenreis/server/sync/Session'
import { readsBack } from '@samenreis/server/sync/verifiedSnapshot'
import { SCHEMA_VERSION } from '@samenreis/model/document/BoardDocument'
import { closeCodes } from '@samenreis/model/protocol/closeCodes'
import type { RandomSource } from '@samenreis/model/testing/RandomSource'
import { roomA } from '../contract/roomFixture.ts'
import type { Line } from './Line.ts'
import { judgeRoom } from './roomJudge.ts'
import type { Sabotage } from './Sabotage.ts'
import { SteppedDocuments } from './SteppedDocuments.ts'

/** As in use, but the rare paths come often: compaction of a live room, a slow reader, a board in parts, another try. */
const limits: SyncLimits = {
  ...defaultLimits,
  compactionRows: 6,
  compactionPauseMs: 400,
  queueSoftBytes: 6000,
  partBytes: 1500,
  partsUnderWay: 2,
  retryMs: 100,
  retryMaxMs: 1000,
}

export interface FuzzServerOptions {
  readonly storage: RoomStorage
  readonly sabotage: Sabotage
  /** Whether what people without the right to it send is held against the board before and after. */
  readonly judges: boolean
  /** Events of the server's log, by name. */
  readonly onEvent: (event: string) => void
}

/** One process of the server, from its start to its crash: registry, writer, rooms and sessions as they are, sockets stepped. */
export class FuzzServer {
  readonly documents: SteppedDocuments
  readonly registry: RoomRegistry
  /** Faults of the server's own, which no run may have. */
  readonly faults: unknown[] = []
  readonly #sabotage: Sabotage
  readonly #judges: boolean
  readonly #log: Log
  readonly #sessions = new Map<Line, Session>()
  readonly #watch: NodeJS.Timeout
  #crashed = false

  constructor({ storage, sabotage, judges, onEvent }: FuzzServerOptions) {
    this.#judges = judges
    this.documents = new SteppedDocuments(storage)
    this.#sabotage = sabotage
    this.#log = { debug: onEvent, info: onEvent, warn: onEvent, error: onEvent }
    this.registry = new RoomRegistry({
      storage: sabotage.around?.(this.documents) ?? this.documents,
      log: this.#log,
      clock: Date.now,
      limits,
      // A thread answers when it likes, and a run is to be played again step by step.
      snapshots: { readsBack: (snapshot) => Promise.resolve(readsBack(snapshot)), close: () => Promise.resolve() },
    })
    this.#watch = setInterval(() => {
      for (const session of this.#sessions.values()) session.watch()
    }, limits.watchMs)
  }

  /** Whether the room has edits that are not stored. */
  get hasUnsaved(): boolean {
    return this.registry.live.some(({ room }) => room.hasUnsaved)
  }

  /** Takes the next thing that a client sent. */
  handle(line: Line, admission: Admission): void {
    const next = line.toServer.shift()
    const session = this.#sessions.get(line)
    switch (next?.kind) {
      case undefined:
        break
      case 'dial':
        void this.#admit(line, admission)
        break
      case 'frame':
        session?.receive(next.bytes, true)
        this.#sabotage.afterReading?.(next.bytes, line, this.#othersThan(line))
        break
      case 'pong':
        session?.heard(next.bytes)
        break
      case 'gone':
        line.endServer()
        session?.closed()
        this.#sessions.delete(line)
        break
    }
  }

  /** Everything in memory is gone at once; some of what was under way still arrives. */
  async crash(random: RandomSource, lines: readonly Line[]): Promise<void> {
    this.#crashed = true
    clearInterval(this.#watch)
    for (const line of lines) if (!line.isServerEnded) line.serverGone(random.between(0, line.toClient.length))
    this.#sessions.clear()
    await this.documents.die(random.between(0, 2))
  }

  stop(): void {
    clearInterval(this.#watch)
  }

  /** As the gateway does it: the room first, then the open connection, then the session. */
  async #admit(line: Line, admission: Admission): Promise<void> {
    let hold: RoomHold
    try {
      hold = await this.registry.hold(roomA)
    } catch (error) {
      if (!(error instanceof StorageUnavailableError)) this.faults.push(error)
      line.open()
      line.close(closeCodes['room-unavailable'].code)
      return
    }
    if (this.#crashed || line.isServerEnded) return hold.release()
    if (this.#judges) judgeRoom(hold.room, (what) => this.faults.push(what))
    line.open()
    const session = new Session({
      socket: this.#sabotage.lets === undefined ? line : this.#leaky(line, this.#sabotage.lets),
      admission,
      room: hold.room,
      understands: true,
      schemaVersion: SCHEMA_VERSION,
      clock: Date.now,
      limits,
      onEnd: () => hold.release(),
      onFault: (error) => this.faults.push(error),
    })
    this.#sessions.set(line, session)
    session.open()
  }

  #othersThan(line: Line): Line[] {
    return [...this.#sessions.keys()].filter((each) => each !== line)
  }

  #leaky(line: Line, lets: (frame: Uint8Array) => boolean): Line {
    return new Proxy(line, {
      get: (target, name) => {
        if (name === 'send') return (frame: Uint8Array) => (lets(frame) ? target.send(frame) : undefined)
        if (name === 'write')
          return (packed: Uint8Array) =>
            unpackFrames(packed)
              .filter(lets)
              .forEach((frame) => target.send(frame))
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
}
