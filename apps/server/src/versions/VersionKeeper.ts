import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Log } from '../log.ts'
import type { Versions } from './Versions.ts'

/** How far rooms must be from their last version before the next one is kept, in ms. */
export const KEEP_EVERY_MS = 10 * 60_000
/** How often it is looked whether a version is due, in ms. */
const LOOK_MS = 30_000
/** How often what expired is taken away, in ms. */
const SWEEP_MS = 60 * 60_000

export interface VersionKeeperOptions {
  readonly versions: Versions
  /** Rooms that are in memory, and how far they are. */
  readonly rooms: () => readonly { readonly id: RoomId; readonly sequence: number }[]
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: () => number
  readonly log: Log
}

/**
 * Keeps a version of every room in which something changed, ten minutes after its last one. By the clock of the server, and by
 * what is stored: after a restart it goes on where it was. A room that nobody is in does not change.
 */
export class VersionKeeper {
  readonly #options: VersionKeeperOptions
  /** What the last look at a room came to. */
  readonly #covered = new Map<RoomId, { readonly sequence: number; readonly atMs: number }>()
  readonly #timers: readonly NodeJS.Timeout[]

  constructor(options: VersionKeeperOptions) {
    this.#options = options
    const look = setInterval(() => void this.look(), LOOK_MS)
    const sweep = setInterval(() => void this.#sweep(), SWEEP_MS)
    this.#timers = [look, sweep]
    for (const timer of this.#timers) timer.unref()
  }

  /** Looks once at every room that is in memory. */
  async look(): Promise<void> {
    const { rooms, versions, now, log } = this.#options
    const live = rooms()
    const ids = new Set(live.map(({ id }) => id))
    for (const id of this.#covered.keys()) if (!ids.has(id)) this.#covered.delete(id)
    for (const { id, sequence } of live) {
      try {
        const covered = await this.#coveredOf(id)
        const changed = sequence !== covered.sequence
        // Also when the clock was set back: then the last one lies ahead.
        if (!changed || Math.abs(now() - covered.atMs) < KEEP_EVERY_MS) continue
        await versions.keep(id, { reason: 'automatic' })
        this.#covered.set(id, { sequence, atMs: now() })
      } catch (error) {
        // Tried again at the next look.
        log.warn('version-not-kept', { room: id, error })
      }
    }
  }

  /** Looks no more; a look under way ends by itself. */
  close(): void {
    for (const timer of this.#timers) clearInterval(timer)
  }

  /** A room without versions counts from the first time that it is seen. */
  async #coveredOf(id: RoomId): Promise<{ readonly sequence: number; readonly atMs: number }> {
    const last = await this.#options.versions.latest(id)
    const known = this.#covered.get(id)
    const stored = last === null ? null : { sequence: last.sequence, atMs: Date.parse(last.keptAt) }
    // By sequence, which no clock turns back.
    const isNews = stored !== null && (known === undefined || stored.sequence > known.sequence)
    const covered = isNews ? stored : (known ?? { sequence: 0, atMs: this.#options.now() })
    this.#covered.set(id, covered)
    return covered
  }

  async #sweep(): Promise<void> {
    await this.#options.versions
      .sweep()
      .catch((error: unknown) => this.#options.log.warn('versions-not-expired', { error }))
  }
}
