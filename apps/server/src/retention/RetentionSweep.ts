import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Log } from '../log.ts'
import type { RoomDirectory } from '../storage/RoomDirectory.ts'
import { dutchDay } from './dutchDay.ts'
import { SECOND_READING_MS } from './TrustedTime.ts'

/** How often rooms whose end has come are looked for: as far apart as two readings of the clock that confirm each other. */
const SWEEP_MS = SECOND_READING_MS

export interface RetentionSweepDeps {
  readonly directory: RoomDirectory
  readonly time: { read(): number }
  /** Closes the room for everybody and takes it away. */
  readonly erase: (roomId: RoomId) => Promise<void>
  readonly log: Log
}

/** Ends rooms when their last day is over (reliability.md F85). */
export class RetentionSweep {
  readonly #deps: RetentionSweepDeps
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null

  constructor(deps: RetentionSweepDeps) {
    this.#deps = deps
  }

  /** Sweeps now and from then on every ten minutes. */
  start(): void {
    void this.run()
    this.#timer = setInterval(() => void this.run(), SWEEP_MS)
    this.#timer.unref()
  }

  /** One sweep; who asks during one waits for that. What failed is tried again by the next. */
  run(): Promise<void> {
    this.#running ??= this.#sweep().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Resolves when a sweep under way is done; no other begins. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    await this.#running
  }

  async #sweep(): Promise<void> {
    const { directory, time, erase, log } = this.#deps
    try {
      const nowMs = time.read()
      await directory.saveTrustedTime(new Date(nowMs).toISOString())
      for (const roomId of await directory.roomsEndedBefore(dutchDay(nowMs))) {
        await erase(roomId).catch((error: unknown) => log.error('room-not-erased', { room: roomId, error }))
      }
    } catch (error) {
      log.error('sweep-failed', { error })
    }
  }
}
