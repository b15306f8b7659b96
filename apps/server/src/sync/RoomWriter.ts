import type { Log } from '../log.ts'
import type { RoomStorage } from '../storage/RoomStorage.ts'
import { outcomeOfFailure, StorageUnavailableError } from '../storage/StorageUnavailableError.ts'
import type { Clock } from './Clock.ts'
import type { SyncLimits } from './limits.ts'
import type { Batch } from './Batch.ts'
import type { CommitQueue, LiveRoom } from './LiveRoom.ts'
import type { RoomRescue } from './RoomRescue.ts'
import type { SnapshotReader } from './SnapshotReader.ts'
import type { SyncMeter } from './SyncMeter.ts'
import { SnapshotMismatchError } from './verifiedSnapshot.ts'

export interface RoomWriterOptions {
  readonly storage: RoomStorage
  readonly log: Log
  readonly clock: Clock
  readonly limits: SyncLimits
  readonly meter: SyncMeter
  /** The room's memory cannot be trusted any more: it must be let go and loaded again. */
  readonly onBroken: (room: LiveRoom) => void
  readonly rescue: RoomRescue
  readonly snapshots: SnapshotReader
  /** All of the room is in a rescue file: it must be let go. */
  readonly onRescued: (room: LiveRoom) => void
}

/** A room with what it has under way. */
interface Taken {
  readonly room: LiveRoom
  readonly batch: Batch
}

/** A log that is smaller than this is never worth a compaction of its own while the room lives. */
const COMPACTION_MIN_BYTES = 64 * 1024
const TIMER_GRACE_MS = 1
/** Log against snapshot: above this ratio loading the room costs more than compacting it. */
const COMPACTION_RATIO = 4

/**
 * Stores what rooms accepted: one commit for all rooms of the process (reliability.md C1.2). Order of work: check, append,
 * commit, and only then relay and acknowledge.
 *
 * A failed append stops its rooms: they go on taking edits up to a bound, relay and acknowledge nothing, and come back only
 * through a full verified snapshot, because the log may have a hole (C2, F25). A room of which nothing could be stored for
 * `rescueMs` goes into a rescue file, and only then out of memory.
 */
export class RoomWriter implements CommitQueue {
  readonly #storage: RoomStorage
  readonly #log: Log
  readonly #clock: Clock
  readonly #limits: SyncLimits
  readonly #meter: SyncMeter
  readonly #onBroken: (room: LiveRoom) => void
  readonly #rescue: RoomRescue
  readonly #snapshots: SnapshotReader
  readonly #onRescued: (room: LiveRoom) => void
  /** Rooms of which storage takes nothing, with what waits for the time at which they are rescued. */
  readonly #troubled = new Map<LiveRoom, NodeJS.Timeout>()
  /** Rooms that were let go while something of them was under way. */
  readonly #gone = new WeakSet<LiveRoom>()
  #closed = false
  readonly #dirty = new Set<LiveRoom>()
  /** When each room was last taken into a commit: one with a crowd waits longer than the others (`LiveRoom.commitMs`). */
  readonly #takenAtMs = new WeakMap<LiveRoom, number>()
  readonly #recovering = new Map<LiveRoom, NodeJS.Timeout | null>()
  readonly #compacting = new Map<LiveRoom, Promise<void>>()
  readonly #compactedAtMs = new WeakMap<LiveRoom, number>()
  readonly #warned = new WeakSet<LiveRoom>()
  #dirtyBytes = 0
  /** When the first edit of the next commit was taken up; null while there is none. */
  #dirtySinceMs: number | null = null
  #timer: NodeJS.Timeout | null = null
  /** When it fires. */
  #timerAtMs = 0
  #startedAtMs = Number.NEGATIVE_INFINITY
  #committing = false

  constructor({ storage, log, clock, limits, meter, onBroken, rescue, snapshots, onRescued }: RoomWriterOptions) {
    this.#rescue = rescue
    this.#snapshots = snapshots
    this.#onRescued = onRescued
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
    this.#closed = true
    for (const timer of this.#troubled.values()) clearTimeout(timer)
    this.#troubled.clear()
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
    if (this.#timer !== null && this.#timerAtMs <= this.#nextAtMs()) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timerAtMs = this.#nextAtMs()
    this.#timer = setTimeout(
      () => {
        this.#timer = null
        void this.#commit()
      },
      Math.max(0, this.#timerAtMs - this.#clock()),
    )
  }

  /** When the first room is due, not before the process may commit again. */
  #nextAtMs(): number {
    let dueAtMs = Number.POSITIVE_INFINITY
    for (const room of this.#dirty) dueAtMs = Math.min(dueAtMs, this.#dueAtMs(room))
    return Math.max(dueAtMs, this.#startedAtMs + this.#limits.commitMs)
  }

  #dueAtMs(room: LiveRoom): number {
    return (this.#takenAtMs.get(room) ?? Number.NEGATIVE_INFINITY) + room.commitMs
  }

  async #commit(): Promise<void> {
    const now = this.#clock()
    const isFull = this.#dirtyBytes >= this.#limits.commitBytes
    // Timers may fire a little early.
    const due = [...this.#dirty].filter((room) => isFull || this.#dueAtMs(room) <= now + TIMER_GRACE_MS)
    for (const room of due) {
      this.#dirty.delete(room)
      this.#takenAtMs.set(room, now)
    }
    const rooms = due.filter((room) => !this.#recovering.has(room))
    this.#dirtyBytes = 0
    const sinceMs = this.#dirtySinceMs
    this.#dirtySinceMs = this.#dirty.size > 0 ? now : null
    const taken = rooms.flatMap((room) => this.#take(room))
    if (taken.length === 0) {
      if (this.#dirty.size > 0) this.#schedule()
      return
    }
    this.#committing = true
    this.#startedAtMs = this.#clock()
    const slow = setTimeout(() => taken.forEach(({ room }) => room.storageIs('slow')), this.#limits.slowCommitMs)
    const hung = setTimeout(() => taken.forEach(({ room }) => this.#isTroubled(room)), this.#limits.hungCommitMs)
    try {
      const failures = await this.#store(taken)
      this.#meter.commits.observe((this.#clock() - this.#startedAtMs) / 1000)
      for (const { room } of taken) {
        if (this.#gone.has(room)) continue
        if (failures.has(room)) this.#failed(room, failures.get(room))
        else this.#committed(room)
      }
      if (sinceMs !== null) this.#meter.relays.observe((this.#clock() - sinceMs) / 1000)
    } finally {
      clearTimeout(slow)
      clearTimeout(hung)
      this.#committing = false
    }
    if (this.#dirty.size > 0) this.#schedule()
  }

  #take(room: LiveRoom): readonly Taken[] {
    try {
      const batch = room.takeBatch()
      return batch === null ? [] : [{ room, batch }]
    } catch (error) {
      this.#isBroken(room, error)
      return []
    }
  }

  #isBroken(room: LiveRoom, error: unknown): void {
    this.#log.error('room-broken', { room: room.room.id, error })
    this.#onBroken(room)
  }

  /** Stores the batches, all in one transaction. @returns those that are not stored, each with its error */
  async #store(taken: readonly Taken[]): Promise<ReadonlyMap<LiveRoom, unknown>> {
    try {
      await this.#append(taken)
      return new Map()
    } catch (error) {
      if (taken.length === 1 || outcomeOfFailure(error) === 'unknown') {
        return new Map(taken.map(({ room }) => [room, error]))
      }
    }
    // Nothing of it is on disk, because of one of them: each room is judged by its own write (F25).
    const failures = new Map<LiveRoom, unknown>()
    for (const each of taken) {
      await this.#append([each]).catch((error: unknown) => failures.set(each.room, error))
    }
    return failures
  }

  /** Appends; as long as somebody else holds the write lock, nothing is lost by trying again (F31). */
  async #append(taken: readonly Taken[]): Promise<void> {
    const untilMs = this.#clock() + this.#limits.busyMs
    for (;;) {
      try {
        await this.#storage.append(taken.map(({ batch }) => batch.stored))
        return
      } catch (error) {
        if (outcomeOfFailure(error) !== 'busy' || this.#closed || this.#clock() > untilMs) throw error
      }
      await new Promise((resolve) => setTimeout(resolve, this.#limits.commitMs))
    }
  }

  #committed(room: LiveRoom): void {
    clearTimeout(this.#troubled.get(room))
    this.#troubled.delete(room)
    try {
      room.committed()
      room.storageIs('ok')
    } catch (error) {
      return this.#isBroken(room, error)
    }
    this.#warnOfSize(room)
    if (this.#isCompactionDue(room)) void this.compact(room)
  }

  /** Once in a room's life (reliability.md F56). */
  #warnOfSize(room: LiveRoom): void {
    if (room.fullness === null || this.#warned.has(room)) return
    const { recordCount: records, documentBytes: bytes, documentStructs: structs } = room.room
    this.#warned.add(room)
    this.#log.warn('room-large', { room: room.room.id, numbers: { records, bytes, structs } })
  }

  #failed(room: LiveRoom, error: unknown): void {
    this.#meter.commitsFailed += 1
    room.room.fail()
    this.#isTroubled(room)
    room.stored.fail(error instanceof Error ? error : new StorageUnavailableError('append', { cause: error }))
    this.#log.error('storage-failing', { room: room.room.id, error })
    if (!this.#recovering.has(room)) this.#recoverLater(room, this.#limits.retryMs)
  }

  #isTroubled(room: LiveRoom): void {
    room.storageIs('failing')
    if (!this.#troubled.has(room)) this.#rescueLater(room)
  }

  #rescueLater(room: LiveRoom): void {
    const timer = setTimeout(() => void this.#rescueNow(room), this.#limits.rescueMs)
    this.#troubled.set(room, timer)
  }

  async #rescueNow(room: LiveRoom): Promise<void> {
    const kept = await this.#rescue.keep(room)
    // The file, against storage that came back while it was written, and against the end of the server: they win.
    if (!this.#troubled.has(room)) return
    if (!kept) return this.#rescueLater(room)
    this.#letGo(room)
    this.#onRescued(room)
  }

  /** Whatever is under way for the room ends without it. */
  #letGo(room: LiveRoom): void {
    this.#gone.add(room)
    clearTimeout(this.#troubled.get(room))
    this.#troubled.delete(room)
    clearTimeout(this.#recovering.get(room) ?? undefined)
    this.#recovering.delete(room)
    this.#dirty.delete(room)
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
      if (this.#gone.has(room)) return
      if (stored === null || stored.epoch !== epoch) {
        this.#letGo(room)
        this.#onBroken(room)
        return
      }
      const sequence = stored.updates.at(-1)?.sequence ?? stored.snapshot?.sequence ?? 0
      const batch = room.room.takeRecovery(sequence)
      try {
        await this.#storage.append([batch.stored])
        await this.#readBack(batch)
      } catch (error) {
        if (!this.#gone.has(room)) room.room.fail()
        throw error
      }
      if (this.#gone.has(room)) return
    } catch (error) {
      this.#log.warn('storage-still-failing', { room: id, error })
      if (this.#recovering.has(room)) this.#recoverLater(room, Math.min(2 * waitedMs, this.#limits.retryMaxMs))
      return
    }
    this.#recovering.delete(room)
    this.#log.info('storage-recovered', { room: id })
    this.#committed(room)
    // What came in meanwhile waits for nobody.
    if (room.room.hasUnsaved) this.add(room, 0)
    await this.compact(room)
  }

  /** A disk that failed is not believed: what was written is read again. @throws StorageUnavailableError */
  async #readBack({ stored: { roomId, updates } }: Batch): Promise<void> {
    const found = await this.#storage.loadDocument(roomId)
    const [wanted, got] = [updates.at(-1), found?.updates.at(-1)]
    const same = wanted !== undefined && got?.sequence === wanted.sequence && equal(got.bytes, wanted.bytes)
    if (found?.damage !== undefined || !same) {
      throw new StorageUnavailableError('append', { cause: new Error('What was written does not read back') })
    }
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
      const { id, epoch } = room.room
      const { sequence, ...snapshot } = room.snapshot()
      if (!(await this.#snapshots.readsBack(snapshot))) throw new SnapshotMismatchError()
      // Reading back, against commits since and a board made anew: it covers no more than it held, and only of its own epoch.
      await this.#storage.compact(id, epoch, { sequence, bytes: snapshot.bytes })
      room.log.rows -= rows
      room.log.bytes -= bytes
      this.#log.debug('room-compacted', { room: room.room.id, numbers: { rows, bytes } })
    } catch (error) {
      this.#log.warn('compaction-failed', { room: room.room.id, error })
    }
  }
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.byteLength === other.byteLength && one.every((byte, index) => byte === other[index])
}
