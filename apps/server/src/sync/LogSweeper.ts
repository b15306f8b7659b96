import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Log } from '../log.ts'
import type { RoomStorage } from '../storage/RoomStorage.ts'
import type { SyncLimits } from './limits.ts'
import type { RoomRegistry } from './RoomRegistry.ts'

/** A log of one row costs as much as a snapshot: it is left alone. */
const ROWS_LEFT = 1
/** Rooms that are asked for at once. */
const AT_ONCE = 100
/** Between two rooms: the sweeper takes nobody's turn. */
const PAUSE_MS = 20
/** The first sweep comes this many times earlier than the others: a server that is started every day sweeps all the same. */
const FIRST_SOONER = 10

/** Compacts the logs of rooms that no unload has compacted, e.g. because the server was killed (reliability.md C1.4, F34). */
export class LogSweeper {
  readonly #rooms: RoomRegistry
  readonly #storage: RoomStorage
  readonly #log: Log
  readonly #timer: NodeJS.Timeout
  #next: NodeJS.Timeout | null = null
  #stopped = false

  constructor(options: { rooms: RoomRegistry; storage: RoomStorage; log: Log; limits: Pick<SyncLimits, 'sweepMs'> }) {
    this.#rooms = options.rooms
    this.#storage = options.storage
    this.#log = options.log
    const { sweepMs } = options.limits
    const sweep = (): void => void this.sweep()
    this.#timer = setTimeout(() => {
      sweep()
      this.#next = setInterval(sweep, sweepMs).unref()
    }, sweepMs / FIRST_SOONER).unref()
  }

  /** Goes through all rooms once, one after the other. A room that cannot be opened, or that people are in, is passed over. */
  async sweep(): Promise<void> {
    const seen = new Set<RoomId>()
    try {
      for (;;) {
        const found = await this.#storage.roomsWithLog({ rows: ROWS_LEFT, limit: AT_ONCE + seen.size })
        const left = found.filter((roomId) => !seen.has(roomId))
        if (left.length === 0) break
        for (const roomId of left) {
          seen.add(roomId)
          if (this.#stopped) return
          await this.#rooms.visit(roomId).catch(() => undefined)
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
        }
      }
    } catch (error) {
      this.#log.warn('sweep-failed', { error })
    }
    if (seen.size > 0) this.#log.info('logs-swept', { numbers: { rooms: seen.size } })
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    if (this.#next !== null) clearInterval(this.#next)
  }
}
