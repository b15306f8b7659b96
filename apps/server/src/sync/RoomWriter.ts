import type { Log } from '../log.ts'
import type { RoomStorage } from '../storage/RoomStorage.ts'
import { StorageUnavailableError } from '../storage/StorageUnavailableError.ts'
import type { Clock } from './Clock.ts'
import type { SyncLimits } from './limits.ts'
import type { CommitQueue, LiveRoom } from './LiveRoom.ts'
import type { SyncMeter } from './SyncMeter.ts'

export interface RoomWriterOptions {
  readonly storage: RoomStorage
  readonly log: Log
  readonly clock: Clock
  readonly limits: SyncLimits
  readonly meter: SyncMeter
  /** The room's memory cannot be trusted any more: it must be let go and loaded again. */
  readonly onBroken: (room: LiveRoom) => void
}

/** A log that is smaller than this is never worth a compaction of its own while the room lives. */
const COMPACTION_MIN_BYTES = 64 * 1024
/** Log against snapshot: above this ratio loading the room costs more than compacting it. */
const COMPACTION_RATIO = 4

/**
 * Stores what rooms accepted: one commit for all rooms of the process (reliability.md C1.2). Order of work: check, append,
 * commit, and only then relay and acknowledge.
 *
 * A failed append stops its rooms: they go on taking edits up to a bound, relay and acknowledge nothing, and come back only
 * through a full verified snapshot, because the log may have a hole (C2, F25).
 */
export class RoomWriter implements CommitQueue {
  readonly #storage: RoomStorage
  readonly #log: Log
  readonly #clock: Clock
  readonly #limits: SyncLimits
  readonly #meter: SyncMeter
  readonly #onBroken: (room: LiveRoom) => void
  readonly #dirty = new Set<LiveRoom>()
  readonly #recovering = new Map<LiveRoom, NodeJS.Timeout | null>()
  readonly #compacting = new Map<LiveRoom, Promise<void>>()
  readonly #compactedAtMs = new WeakMap<LiveRoom, number>()
  readonly #warned = new WeakSet<LiveRoom>()
  #dirtyBytes = 0
  /** When the first edit of the next commit was taken up; null while there is none. */
  #dirtySinceMs: number | null = null
  #timer: NodeJS.Timeout | null = null
  #startedAtMs = Number.NEGATIVE_INFINITY
  #committing = false

  constructor({ storage, log, clock, limits, meter, onBroken }: RoomWriterOptions) {
    this.#storage = storage
    this.#log = log
    this.#clock = clock
    this.#limits = limits
    this.#meter = meter
    this.#onBroken = onBroken
  }

  add(room: LiveRoom, bytes: number): void {
    this.#dirty.add(room)
    this.#dirtyBytes += bytes
    this.#dirtySinceMs ??= this.#clock()
    this.#schedule()
  }

  /** Replaces the log of a room by a snapshot, when there is a log. A failure leaves the log as it is. */
  compact(room: LiveRoom): Promise<void> {
    const running = this.#compacting.get(room)
    if (running !== undefined) return running
    const compacting = this.#compact(room).finally(() => this.#compacting.delete(room))
    this.#compacting.set(room, compacting)
    return compacting
  }

  /** Stops trying to recover; what could not be stored is given up. */
  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    for (const timer of this.#recovering.values()) if (timer !== null) clearTimeout(timer)
    this.#recovering.clear()
    this.#dirty.clear()
  }

  #schedule(): void {
    if (this.#committing) return
    if (this.#dirtyBytes >= this.#limits.commitBytes) {
      if (this.#timer !== null) clearTimeout(this.#timer)
      this.#timer = null
      void this.#commit()
      return
    }
    const waitMs = Math.max(0, this.#startedAtMs + this.#limits.commitMs - this.#clock())
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.#commit()
    }, waitMs)
  }

  async #commit(): Promise<void> {
    const rooms = [...this.#dirty].filter((room) => !this.#recovering.has(room))
    this.#dirty.clear()
    this.#dirtyBytes = 0
    const sinceMs = this.#dirtySinceMs
    this.#dirtySinceMs = null
    const taken = rooms.flatMap((room) => {
      const batch = room.room.takeBatch()
      return batch === null ? [] : [{ room, batch }]
    })
    if (taken.length === 0) return
    this.#committing = true
    this.#startedAtMs = this.#clock()
    const slow = setTimeout(() => taken.forEach(({ room }) => room.storageIs('slow')), this.#limits.slowCommitMs)
    try {
      await this.#storage.append(taken.map(({ batch }) => batch.stored))
      this.#meter.commits.observe((this.#clock() - this.#startedAtMs) / 1000)
      for (const { room } of taken) this.#committed(room)
      if (sinceMs !== null) this.#meter.relays.observe((this.#clock() - sinceMs) / 1000)
    } catch (error) {
      for (const { room } of taken) this.#failed(room, error)
    } finally {
      clearTimeout(slow)
      this.#committing = false
    }
    if (this.#dirty.size > 0) this.#schedule()
  }

  #committed(room: LiveRoom): void {
    try {
      room.committed()
      room.storageIs('ok')
    } catch (error) {
      this.#log.error('room-broken', { room: room.room.id, error })
      this.#onBroken(room)
      return
    }
    this.#warnOfSize(room)
    if (this.#isCompactionDue(room)) void this.compact(room)
  }

  /** Once in a room's life (reliability.md F56). */
  #warnOfSize(room: LiveRoom): void {
    const { recordCount: records, documentBytes: bytes } = room.room
    if (records <= this.#limits.recordsWarning && bytes <= this.#limits.documentBytesWarning) return
    if (this.#warned.has(room)) return
    this.#warned.add(room)
    this.#log.warn('room-large', { room: room.room.id, numbers: { records, bytes } })
  }

  #failed(room: LiveRoom, error: unknown): void {
    this.#meter.commitsFailed += 1
    room.room.fail()
    room.storageIs('failing')
    room.stored.fail(error instanceof Error ? error : new StorageUnavailableError('append', { cause: error }))
    this.#log.error('storage-failing', { room: room.room.id, error })
    if (!this.#recovering.has(room)) this.#recoverLater(room, this.#limits.retryMs)
  }

  #recoverLater(room: LiveRoom, waitMs: number): void {
    const timer = setTimeout(() => {
      this.#recovering.set(room, null)
      void this.#recover(room, waitMs)
    }, waitMs)
    this.#recovering.set(room, timer)
  }

  /** The failed append may have reached the disk after all: the store is asked where it is before anything is written. */
  async #recover(room: LiveRoom, waitedMs: number): Promise<void> {
    const { id, epoch } = room.room
    try {
      const stored = await this.#storage.loadDocument(id)
      if (stored === null || stored.epoch !== epoch) {
        this.#recovering.delete(room)
        this.#onBroken(room)
        return
      }
      const sequence = stored.updates.at(-1)?.sequence ?? stored.snapshot?.sequence ?? 0
      const batch = room.room.takeRecovery(sequence)
      try {
        await this.#storage.append([batch.stored])
      } catch (error) {
        room.room.fail()
        throw error
      }
    } catch (error) {
      this.#log.warn('storage-still-failing', { room: id, error })
      if (this.#recovering.has(room)) this.#recoverLater(room, Math.min(2 * waitedMs, this.#limits.retryMaxMs))
      return
    }
    this.#recovering.delete(room)
    this.#log.info('storage-recovered', { room: id })
    this.#committed(room)
    await this.compact(room)
    if (room.room.hasUnsaved) this.add(room, 0)
  }

  #isCompactionDue(room: LiveRoom): boolean {
    const { rows, bytes } = room.log
    const now = this.#clock()
    if (now - (this.#compactedAtMs.get(room) ?? Number.NEGATIVE_INFINITY) < this.#limits.compactionPauseMs) return false
    const large = Math.max(COMPACTION_MIN_BYTES, COMPACTION_RATIO * room.room.documentBytes)
    return rows > this.#limits.compactionRows || bytes > Math.min(large, this.#limits.compactionBytes)
  }

  async #compact(room: LiveRoom): Promise<void> {
    const { rows, bytes } = room.log
    if (rows === 0) return
    this.#compactedAtMs.set(room, this.#clock())
    try {
      await this.#storage.compact(room.room.id, room.room.epoch, room.room.snapshot())
      room.log.rows -= rows
      room.log.bytes -= bytes
      this.#log.debug('room-compacted', { room: room.room.id, numbers: { rows, bytes } })
    } catch (error) {
      this.#log.warn('compaction-failed', { room: room.room.id, error })
    }
  }
}
