import type { Log } from '../log.ts'
import type { Clock } from '../sync/Clock.ts'
import type { ErasedList } from './ErasedList.ts'

const MINUTE_MS = 60_000
/** How often it is looked whether nobody works. */
const LOOK_MS = MINUTE_MS
/** Longest that the store is left as it is after an erasure, also when somebody works all that time: the promised time (I10). */
const PURGE_WITHIN_MS = 24 * 60 * MINUTE_MS

export interface PurgeDeps {
  readonly storage: { purge(): Promise<void> }
  readonly list: Pick<ErasedList, 'needsPurge' | 'notePurge'>
  /** Whether nobody is in any room now. */
  readonly isQuiet: () => boolean
  readonly clock: Clock
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: () => number
  readonly log: Log
}

/**
 * Writes the store anew after an erasure (reliability.md C8.5), at a quiet moment: no commit gets through while it does. Until then
 * what was deleted has been overwritten already, row by row; this is for what the database itself copied about before.
 */
export class Purge {
  readonly #deps: PurgeDeps
  readonly #timer: NodeJS.Timeout
  /** When the oldest erasure was that no purge has followed; null = none is due. */
  #dueSinceMs: number | null = null
  #running: Promise<void> | null = null

  constructor(deps: PurgeDeps) {
    this.#deps = deps
    this.#timer = setInterval(() => this.look(), LOOK_MS)
    this.#timer.unref()
  }

  /** Goes on with what was not done when the process ended. */
  start(): void {
    if (this.#deps.list.needsPurge) this.ask()
  }

  /** Something was erased. */
  ask(): void {
    this.#dueSinceMs ??= this.#deps.clock()
    this.look()
  }

  /** Resolves when a purge under way is done; no other begins. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#dueSinceMs = null
    await this.#running
  }

  look(): void {
    const { clock, isQuiet } = this.#deps
    if (this.#dueSinceMs === null || this.#running !== null) return
    if (!isQuiet() && clock() - this.#dueSinceMs < PURGE_WITHIN_MS) return
    this.#running = this.#purge(this.#dueSinceMs).finally(() => {
      this.#running = null
    })
  }

  async #purge(dueSinceMs: number): Promise<void> {
    const { storage, list, now, log } = this.#deps
    this.#dueSinceMs = null
    try {
      await storage.purge()
      // Something that was erased meanwhile asks again, and a restart in between only purges once more.
      await list.notePurge(new Date(now()).toISOString())
      log.info('store-purged')
    } catch (error) {
      // E.g. no room for a second copy on the disk: the next look tries again.
      this.#dueSinceMs ??= dueSinceMs
      log.error('purge-failed', { error })
    }
  }
}
