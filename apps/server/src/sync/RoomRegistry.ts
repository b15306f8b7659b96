import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { CloseReason } from '@samenreis/model/protocol/closeCodes'
import type { RoomEvent } from '@samenreis/model/protocol/messages'
import type { Log } from '../log.ts'
import type { RescueFiles } from '../rescue/RescueFiles.ts'
import type { RoomStorage } from '../storage/RoomStorage.ts'
import { StorageUnavailableError } from '../storage/StorageUnavailableError.ts'
import { authoredBoard } from './authoredBoard.ts'
import type { AuthoredBoard, BoardRooms, CommittedBoard, MakeBoard } from './BoardRooms.ts'
import type { Clock } from './Clock.ts'
import type { SyncLimits } from './limits.ts'
import { documentAnew } from './documentAnew.ts'
import type { LiveRoom } from './LiveRoom.ts'
import type { MigrationPlan } from './migratedDocument.ts'
import { RoomLoader } from './RoomLoader.ts'
import { RoomNotFoundError } from './RoomNotFoundError.ts'
import { RoomRescue } from './RoomRescue.ts'
import { RoomWriter } from './RoomWriter.ts'
import { SnapshotThread, type SnapshotReader } from './SnapshotReader.ts'
import { SyncMeter } from './SyncMeter.ts'

/**
 * Where a room is in its life; without a state it is not in memory. What somebody who wants it meets (`hold`), and what ends
 * the state:
 *
 * | State | Who comes | Becomes |
 * |---|---|---|
 * | none | loads it | `loading` |
 * | `loading` | waits | `live`, `failed`, or none when there is no such room |
 * | `live` | takes it | `draining` when the last one lets go; `remaking`; none when memory and store disagree |
 * | `ending` | waits | none; `live` when what it accepted could not be stored |
 * | `remaking` | waits | none when the new document is stored, `live` when it could not be |
 * | `draining` | takes it back: `live` | none when all is stored and compacted |
 * | `failed` | is refused until `retryAtMs`, then loads it | `loading` |
 */
export type RoomState =
  /** Everybody who wants it waits for the same promise. */
  | { readonly kind: 'loading'; readonly ready: Promise<void> }
  | { readonly kind: 'live'; readonly room: LiveRoom }
  /** Its document is being replaced; `done` resolves when that is over, however it ended. */
  | { readonly kind: 'remaking'; readonly room: LiveRoom; readonly done: Promise<void> }
  /**
   * It is being taken away for good; `done` resolves when that is over, however it ended. `room` is what is in memory of it, with the
   * people in it until all that it accepted is stored; null = nothing.
   */
  | { readonly kind: 'ending'; readonly room: LiveRoom | null; readonly done: Promise<void> }
  /** The last one left; the last write is under way. */
  | { readonly kind: 'draining'; readonly room: LiveRoom }
  /** Loading failed: nobody gets in before `retryAtMs`, and nothing is written. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly retryAtMs: number; readonly waitedMs: number }

/** A room that stays in memory until `release`. */
export interface RoomHold {
  readonly room: LiveRoom
  /** Lets go; calling it again does nothing. */
  release(): void
}

export interface RoomRegistryOptions {
  readonly storage: RoomStorage
  readonly log: Log
  readonly clock: Clock
  readonly limits: SyncLimits
  /** Counts what is done; without one nobody reads the counts. */
  readonly meter?: SyncMeter
  /** Called before many records at once leave a board, with what it was until then. */
  readonly onManyGone?: (roomId: RoomId, board: AuthoredBoard) => void
  /** Steps of the layout other than the model's own. */
  readonly migrations?: MigrationPlan
  /** Where boards go that cannot be stored; nowhere, where it is left out. */
  readonly rescueFiles?: RescueFiles | null
  /** Who reads snapshots back; a thread, where it is left out. */
  readonly snapshots?: SnapshotReader
}

/** Longest time for rescue files when the server stops: it must be gone in time (F32). */
const LAST_RESCUE_MS = 1000

/** The rooms that are in memory, and the one way to them: two people who come at once get one room (reliability.md F28). */
export class RoomRegistry implements BoardRooms {
  readonly meter: SyncMeter
  readonly #storage: RoomStorage
  readonly #log: Log
  readonly #clock: Clock
  readonly #limits: SyncLimits
  readonly #writer: RoomWriter
  readonly #rescue: RoomRescue
  readonly #snapshots: SnapshotReader
  readonly #loader: RoomLoader
  readonly #states = new Map<RoomId, RoomState>()
  /** The last unloading of each room that is under way. */
  readonly #drains = new Map<RoomId, Promise<void>>()
  /** When the stop that was announced must be done; null while none was. */
  #stopAtMs: number | null = null
  #closed = false

  constructor({
    storage,
    log,
    clock,
    limits,
    meter = new SyncMeter(),
    onManyGone,
    migrations,
    rescueFiles = null,
    snapshots = new SnapshotThread(),
  }: RoomRegistryOptions) {
    this.#rescue = new RoomRescue(rescueFiles, log)
    this.#snapshots = snapshots
    this.meter = meter
    this.#storage = storage
    this.#log = log
    this.#clock = clock
    this.#limits = limits
    this.#writer = new RoomWriter({
      storage,
      log,
      clock,
      limits,
      meter,
      onBroken: (room) => this.#abandon(room),
      rescue: this.#rescue,
      snapshots,
      onRescued: (room) => this.#setAside(room),
    })
    this.#loader = new RoomLoader({
      storage,
      log,
      clock,
      limits,
      meter,
      commits: this.#writer,
      onManyGone,
      migrations,
    })
  }

  /** How many rooms are in memory, in any state but `failed`. */
  get size(): number {
    return [...this.#states.values()].filter(({ kind }) => kind !== 'failed').length
  }

  /** How many rooms are in each state. */
  get counts(): Readonly<Record<RoomState['kind'], number>> {
    const counts = { loading: 0, live: 0, remaking: 0, ending: 0, draining: 0, failed: 0 }
    for (const { kind } of this.#states.values()) counts[kind] += 1
    return counts
  }

  /** The worst that storage does to any room that is in memory. */
  get storage(): LiveRoom['storage'] {
    const all = this.#inMemory.map(({ storage }) => storage)
    return (['failing', 'slow'] as const).find((each) => all.includes(each)) ?? 'ok'
  }

  get #inMemory(): readonly LiveRoom[] {
    return [...this.#states.values()].map(roomOf).filter((room) => room !== null)
  }

  /** Rooms that people can be in now. */
  get live(): readonly LiveRoom[] {
    return [...this.#states.values()].map(peopledRoomOf).filter((room) => room !== null)
  }

  /** Whether the room is in memory and people can be in it: who holds it then does not wait. */
  isLive(roomId: RoomId): boolean {
    return this.#states.get(roomId)?.kind === 'live'
  }

  /** Gets a room into memory and keeps it there until released. @throws RoomNotFoundError, StorageUnavailableError */
  async hold(roomId: RoomId): Promise<RoomHold> {
    for (;;) {
      if (this.#closed) throw new StorageUnavailableError('load', { cause: new Error('The registry is closed') })
      const state = this.#states.get(roomId)
      switch (state?.kind) {
        case undefined:
          await this.#load(roomId, this.#limits.retryMs)
          break
        case 'loading':
          await state.ready
          break
        case 'remaking':
        case 'ending':
          await state.done
          break
        case 'live':
          return this.#take(state.room)
        case 'draining':
          // The drain below sees that its state is gone and leaves the room alone.
          this.#states.set(roomId, { kind: 'live', room: state.room })
          return this.#take(state.room)
        case 'failed':
          if (this.#clock() < state.retryAtMs) throw state.error
          await this.#load(roomId, Math.min(2 * state.waitedMs, this.#limits.retryMaxMs))
          break
      }
    }
  }

  async read(roomId: RoomId): Promise<CommittedBoard> {
    const hold = await this.hold(roomId)
    try {
      const { room } = hold.room
      return { ...readBoard(room.committed), version: room.sequence }
    } finally {
      hold.release()
    }
  }

  async readAuthored(roomId: RoomId): Promise<AuthoredBoard> {
    const hold = await this.hold(roomId)
    try {
      return authoredBoard(hold.room.room)
    } finally {
      hold.release()
    }
  }

  async write(roomId: RoomId, change: (board: BoardDocument) => void): Promise<void> {
    for (;;) {
      const hold = await this.hold(roomId)
      try {
        // Who writes, against who replaces the document since the room was taken: he writes in the new one.
        if (hold.room.isFrozen) continue
        if (hold.room.storage === 'failing' || hold.room.closedTo !== null) throw storageFailing()
        const { bytes, mark } = hold.room.room.write(change)
        if (bytes > 0) this.#writer.add(hold.room, bytes)
        return await hold.room.stored.until(mark)
      } finally {
        hold.release()
      }
    }
  }

  /**
   * Makes the board of a room anew, under another epoch: a new document of plain records, without tombstones and without anybody's
   * earlier ids (reliability.md F02, C8). Everybody is closed with `epoch-changed` and comes back to the new board.
   *
   * An edit under way against the replacement: what the room accepted before this call is stored first and is in what `make`
   * gets. From then on the room takes no edit, until the new document is stored; an edit that comes in between is refused as
   * `room-unavailable`, so that its author keeps it and comes back. To the new board, and then he is shown its words; or to the
   * old one, when the replacement failed, and then it is taken.
   *
   * @param make what the new board holds, of what the old one does; what it throws leaves everything as it was
   * @throws RoomNotFoundError; StorageUnavailableError, after which the board may be the old or the new one; what `make` throws
   */
  async makeAnew(roomId: RoomId, make: MakeBoard): Promise<{ readonly epoch: string; readonly sequence: number }> {
    for (;;) {
      const hold = await this.hold(roomId)
      try {
        // Two who replace the document at once: one after the other.
        if (hold.room.isFrozen) continue
        return await this.#replace(hold.room, make)
      } finally {
        hold.release()
      }
    }
  }

  async #replace(room: LiveRoom, make: MakeBoard): Promise<{ readonly epoch: string; readonly sequence: number }> {
    const { id, epoch: fromEpoch } = room.room
    if (room.storage === 'failing' || room.closedTo !== null) throw storageFailing()
    room.freeze()
    const { promise: done, resolve: finish } = Promise.withResolvers<void>()
    this.#states.set(id, { kind: 'remaking', room, done })
    try {
      await room.stored.until(room.room.acceptedMark)
      const anew = await documentAnew(room.room, make)
      let sequence: number
      try {
        sequence = await this.#storage.replaceDocument(id, fromEpoch, anew)
      } catch (error) {
        // It may have reached the disk: nobody goes on with what is in memory.
        this.#abandon(room)
        throw error
      }
      this.#states.delete(id)
      room.end('epoch-changed')
      room.destroy()
      this.#log.info('room-made-anew', { room: id, numbers: { sequence } })
      return { epoch: anew.epoch, sequence }
    } finally {
      // Nothing was written: the room goes on as it was.
      if (this.#states.get(id)?.kind === 'remaking') {
        this.#states.set(id, { kind: 'live', room })
        room.thaw()
      }
      finish()
    }
  }

  /**
   * Ends a room for good: what it accepted is stored first, so that no commit of it is under way, then everybody is closed with
   * `room-not-found`, and `takeAway` takes it out of the store. When it cannot be stored, the room goes on as it was. Works for a room that cannot be loaded, too. Who comes meanwhile
   * waits, and hears that there is no such room.
   *
   * @throws StorageUnavailableError when storage fails: nothing has happened then; what `takeAway` throws
   */
  async end(roomId: RoomId, takeAway: () => Promise<void>): Promise<void> {
    let state = this.#states.get(roomId)
    // Whoever loads, replaces or ends the room at this moment goes first.
    while (state?.kind === 'loading' || state?.kind === 'remaking' || state?.kind === 'ending') {
      await (state.kind === 'loading' ? state.ready.catch(() => undefined) : state.done)
      state = this.#states.get(roomId)
    }
    const room = state === undefined ? null : roomOf(state)
    if (room?.storage === 'failing') throw storageFailing()
    const { promise: done, resolve: finish } = Promise.withResolvers<void>()
    this.#states.set(roomId, { kind: 'ending', room, done })
    try {
      if (room !== null) await this.#storeBeforeTheEnd(room)
      room?.end('room-not-found')
      await takeAway()
    } finally {
      if (this.#states.get(roomId)?.kind === 'ending') {
        this.#states.delete(roomId)
        room?.destroy()
      }
      finish()
    }
  }

  /** What cannot be stored goes on being tried by the writer: the room stays the one there is. @throws StorageUnavailableError */
  async #storeBeforeTheEnd(room: LiveRoom): Promise<void> {
    const { id } = room.room
    room.freeze()
    try {
      await room.stored.until(room.room.acceptedMark)
    } catch (error) {
      // Let go of meanwhile by who stores: then there is nothing to go back to.
      if (this.#states.get(id)?.kind === 'ending' && !room.isEnded) {
        room.thaw()
        this.#states.set(id, { kind: 'live', room })
        if (room.holds === 0) this.#drain(room)
      }
      throw error
    }
  }

  connected(roomId: RoomId): ReadonlySet<ParticipantId> {
    return this.#liveRoom(roomId)?.connected() ?? new Set()
  }

  tell(roomId: RoomId, event: RoomEvent): void {
    this.#liveRoom(roomId)?.tell(event)
  }

  disconnect(roomId: RoomId, who: (participantId: ParticipantId) => boolean, reason: CloseReason): void {
    for (const member of this.#liveRoom(roomId)?.members ?? []) {
      if (who(member.participantId)) member.close(reason)
    }
  }

  /** Resolves when everything that rooms accepted so far is stored. */
  async flush(): Promise<void> {
    await Promise.all(this.#inMemory.map((room) => room.stored.untilAtLast(room.room.acceptedMark)))
  }

  /** Loads a room that nobody is in and lets it go again, which compacts its log. @throws RoomNotFoundError, StorageUnavailableError */
  async visit(roomId: RoomId): Promise<void> {
    if (this.#states.has(roomId)) return
    const { release } = await this.hold(roomId)
    release()
    await this.#drains.get(roomId)
  }

  /** From now on `close` has so long in all, whatever is done before it. */
  announceStop({ graceMs }: { graceMs: number }): void {
    this.#stopAtMs ??= this.#clock() + graceMs
  }

  /**
   * Stores what is accepted and lets go of every room. After `graceMs`, or at the end of an announced stop, what could not be
   * stored goes into rescue files, if there is a place for them. @throws StorageUnavailableError when something was not stored
   */
  async close({ graceMs }: { graceMs: number }): Promise<void> {
    this.#closed = true
    this.announceStop({ graceMs })
    for (const room of this.live) room.closeAll('restarting')
    let timer: NodeJS.Timeout | undefined
    const leftMs = Math.max(0, (this.#stopAtMs ?? 0) - this.#clock())
    const graceOver = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, leftMs, false)
    })
    const settled = await Promise.race([this.#settle(), graceOver])
    clearTimeout(timer)
    // A log that is long still is nothing lost.
    const stored = settled || this.#inMemory.every(({ room }) => !room.hasUnsaved)
    this.#writer.close()
    await this.#snapshots.close()
    if (!stored) await this.#rescue.keepUnsaved(this.#inMemory, LAST_RESCUE_MS)
    for (const room of this.#inMemory) room.destroy()
    this.#states.clear()
    if (stored) return
    this.#log.error('edits-given-up')
    throw new StorageUnavailableError('append', { cause: new Error('Storage did not answer in time') })
  }

  async #settle(): Promise<true> {
    await this.flush()
    await Promise.all([...this.#states.values()].flatMap((state) => ('done' in state ? [state.done] : [])))
    await Promise.all(this.#drains.values())
    return true
  }

  #liveRoom(roomId: RoomId): LiveRoom | null {
    const state = this.#states.get(roomId)
    return state === undefined ? null : peopledRoomOf(state)
  }

  #take(room: LiveRoom): RoomHold {
    room.holds += 1
    let held = true
    return {
      room,
      release: () => {
        if (!held) return
        held = false
        room.holds -= 1
        if (room.holds === 0) this.#drain(room)
      },
    }
  }

  /** Looks the room up for everybody who waits. The state is set before anything is awaited, so there is one load only. */
  #load(roomId: RoomId, waitMs: number): Promise<void> {
    const ready = this.#loader.load(roomId).then(
      (room) => {
        if (room === null) {
          this.#states.delete(roomId)
          throw new RoomNotFoundError()
        }
        this.#states.set(roomId, { kind: 'live', room })
        this.#log.debug('room-loaded', { room: roomId, numbers: { bytes: room.room.documentBytes } })
      },
      (error: unknown) => {
        this.#states.set(roomId, { kind: 'failed', error, retryAtMs: this.#clock() + waitMs, waitedMs: waitMs })
        this.#log.error('room-not-loaded', { room: roomId, error })
        throw error
      },
    )
    this.#states.set(roomId, { kind: 'loading', ready })
    return ready
  }

  /** Stores what is left and forgets the room, unless somebody comes back meanwhile. Never forgets before storing. */
  #drain(room: LiveRoom): void {
    const { id } = room.room
    const current = this.#states.get(id)
    if (current?.kind !== 'live' || current.room !== room) return
    const draining: RoomState = { kind: 'draining', room }
    this.#states.set(id, draining)
    const isCurrent = (): boolean => this.#states.get(id) === draining
    const drained = (async () => {
      while (isCurrent() && room.room.hasUnsaved) await room.stored.untilAtLast(room.room.acceptedMark)
      if (isCurrent() && room.closedTo === null) await this.#writer.compact(room)
      if (!isCurrent()) return
      this.#states.delete(id)
      room.destroy()
      this.#log.debug('room-unloaded', { room: id })
    })()
    this.#drains.set(id, drained)
    void drained.finally(() => {
      if (this.#drains.get(id) === drained) this.#drains.delete(id)
    })
  }

  /** All of it is in a rescue file: everybody is sent away, and who comes later loads what is stored. */
  #setAside(room: LiveRoom): void {
    this.#abandon(room)
    const { retryMaxMs: waitedMs } = this.#limits
    const retryAtMs = this.#clock() + waitedMs
    this.#states.set(room.room.id, { kind: 'failed', error: storageFailing(), retryAtMs, waitedMs })
  }

  /** Memory and store disagree: everybody is sent away and comes back to what is stored. */
  #abandon(room: LiveRoom): void {
    const current = this.#states.get(room.room.id)
    if (current !== undefined && roomOf(current) === room) this.#states.delete(room.room.id)
    room.end('room-unavailable')
    room.stored.fail(new StorageUnavailableError('append', { cause: new Error('The room was let go') }))
    room.stored.advance(Number.POSITIVE_INFINITY)
  }
}

function roomOf(state: RoomState): LiveRoom | null {
  return 'room' in state ? state.room : null
}

/** The room of a state in which people are in it: whoever may not be there any more can be sent out of it. */
function peopledRoomOf(state: RoomState): LiveRoom | null {
  const room = state.kind === 'draining' ? null : roomOf(state)
  return room === null || room.isEnded ? null : room
}

function storageFailing(): StorageUnavailableError {
  return new StorageUnavailableError('append', { cause: new Error('Storage is failing') })
}
