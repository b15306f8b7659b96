import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { CloseReason } from '@samenreis/model/protocol/closeCodes'
import { encodeServerMessage, type RoomEvent, type RoomState } from '@samenreis/model/protocol/messages'
import type { PresenceChange } from '@samenreis/model/protocol/presenceFrames'
import * as Y from 'yjs'
import { authoredBoard } from './authoredBoard.ts'
import type { Batch } from './Batch.ts'
import type { AuthoredBoard } from './BoardRooms.ts'
import type { Clock } from './Clock.ts'
import { Fullness, type BoardSize } from './Fullness.ts'
import { encodePresence, encodeUpdate, type PresenceEntry } from './frames.ts'
import type { SyncLimits } from './limits.ts'
import type { Acceptance, Room } from './Room.ts'
import { Newcomers } from './Newcomers.ts'
import type { Telling } from './Outbox.ts'
import { OwedMembers, type OwedMember } from './OwedMembers.ts'
import { joinPacked, packFrames } from './packedFrames.ts'
import { Quarantine } from './Quarantine.ts'
import { RoomPresence, type PresenceOwner, type PresenceTick } from './RoomPresence.ts'
import { RoomTurns } from './RoomTurns.ts'
import { StoredWaiters } from './StoredWaiters.ts'
import type { SyncMeter } from './SyncMeter.ts'

/** How much of the time between two moves of one person presence may wait to be told. */
const PRESENCE_TICK_SHARE = 0.25

/** How much earlier than it is due presence goes with edits, and how much later by itself so that edits may take it along. */
const PRESENCE_GRACE_MS = 15

/** One connection, as its room sees it. */
export interface RoomMember extends PresenceOwner, OwedMember {
  readonly participantId: ParticipantId
  readonly mayEdit: boolean
  readonly facilitates: boolean
  /** Whether it reads our own messages; who does not gets presence as stock clients know it. */
  readonly understands: boolean
  /** How many unused client ids it may still claim. */
  readonly claimsLeft: number
  /** What everybody hears who reads the same kind of presence. */
  tell(telling: Telling): void
  sendPresence(frame: Uint8Array): void
  /** One of our own messages; passed over for members that do not understand them. */
  sendMessage(frame: Uint8Array): void
  /** One of our own messages that everybody is sent; passed over as above. */
  sendPacked(packed: Uint8Array): void
  close(reason: CloseReason): void
}

/** What a live room asks of the one who stores. */
export interface CommitQueue {
  /** The room has something to store; `bytes` more than before. */
  add(room: LiveRoom, bytes: number): void
}

/** Records that leave a board at once before that counts as many: at least so many, and at least this share of all. */
const MANY_RECORDS = 10
const MANY_SHARE = 0.15

export interface LiveRoomOptions {
  readonly room: Room
  /** Stored updates that no snapshot covers yet. */
  readonly log: { readonly rows: number; readonly bytes: number }
  readonly commits: CommitQueue
  readonly clock: Clock
  readonly limits: SyncLimits
  /** Called before many records at once leave the board, with what it was until then. */
  readonly onManyGone?: ((board: AuthoredBoard) => void) | undefined
  readonly meter: SyncMeter
  /** Why nothing may be written to it while it is in memory; null for a room like any other. */
  readonly closedTo?: ClosedTo | null
}

/** `damaged`: not all of it could be read (reliability.md F30). `not-migrated`: its layout could not be brought up to date (F18). */
export type ClosedTo = 'damaged' | 'not-migrated'

/** A room with the people in it: takes their frames, and sends them what is stored. */
export class LiveRoom {
  readonly room: Room
  readonly presence = new RoomPresence()
  readonly stored = new StoredWaiters()
  readonly newcomers: Newcomers
  readonly meter: SyncMeter
  readonly turns: RoomTurns
  /** Rows and bytes of the log since the last snapshot. */
  readonly log: { rows: number; bytes: number }
  /** Who needs this room in memory: connections, and requests that read or write. RoomRegistry counts. */
  holds = 0
  /** What those lack who come back in this turn; null = nobody did. */
  #missed: { readonly had: Uint8Array; readonly frame: Uint8Array } | null = null
  readonly #members = new Set<RoomMember>()
  /** Which connection writes under a client id now. */
  readonly #writers = new Map<number, RoomMember>()
  readonly #commits: CommitQueue
  readonly #clock: Clock
  readonly #limits: SyncLimits
  readonly closedTo: ClosedTo | null
  readonly #onManyGone: (board: AuthoredBoard) => void
  #storage: RoomState['storage'] = 'ok'
  #failingSinceMs: number | null = null
  #readOnly = false
  readonly #quarantine: Quarantine
  readonly #fullness: Fullness
  #presenceTimer: NodeJS.Timeout | null = null
  readonly #owed = new OwedMembers()
  #presenceToldAtMs = Number.NEGATIVE_INFINITY
  #repairTimer: NodeJS.Timeout | null = null
  #frozen = false
  /** Why nobody can be in this room any more; null while it is the room. */
  #ended: CloseReason | null = null

  constructor({
    room,
    log,
    commits,
    clock,
    limits,
    meter,
    onManyGone = () => undefined,
    closedTo = null,
  }: LiveRoomOptions) {
    this.room = room
    this.#onManyGone = onManyGone
    this.closedTo = closedTo
    this.#readOnly = closedTo !== null
    this.meter = meter
    this.turns = new RoomTurns(limits.roomHandlingMs, clock)
    this.log = { ...log }
    this.#commits = commits
    this.#clock = clock
    this.#limits = limits
    this.#fullness = new Fullness(limits)
    this.#fullness.review(this.#size())
    this.#quarantine = new Quarantine(room.committed)
    this.newcomers = new Newcomers({ doc: room.committed.doc, clock, limits })
  }

  /** How full the board is, in percent, when that is worth a warning (reliability.md F56); null = there is room. */
  get fullness(): number | null {
    return this.#fullness.percent
  }

  get members(): ReadonlySet<RoomMember> {
    return this.#members
  }

  get storage(): RoomState['storage'] {
    return this.#storage
  }

  get readOnly(): boolean {
    return this.#readOnly
  }

  /** Whether no edit is taken at this moment, because the document is being replaced. */
  get isFrozen(): boolean {
    return this.#frozen
  }

  /** Whether nobody can be in this room any more. */
  get isEnded(): boolean {
    return this.#ended !== null
  }

  /** Takes no edit until `thaw`; who sends one is sent away, still has it, and comes back with it. */
  freeze(): void {
    this.#frozen = true
  }

  thaw(): void {
    this.#frozen = false
  }

  /** How long edits of this room may wait for each other: longer in a crowd, where every telling costs a write to each. */
  get commitMs(): number {
    const { commitMs, commitCrowdMs, commitMsPerMember } = this.#limits
    return Math.min(commitCrowdMs, Math.max(commitMs, this.#members.size * commitMsPerMember))
  }

  /** Participants with at least one connection. */
  connected(): Set<ParticipantId> {
    return new Set([...this.#members].map(({ participantId }) => participantId))
  }

  /** Adds a member and tells it how the room is. It has said hello before. */
  join(member: RoomMember): void {
    // Somebody who got hold of this room, against the one who let it go before he was in: he comes back to the room that is.
    if (this.#ended !== null) return member.close(this.#ended)
    this.#members.add(member)
    if (this.#storage !== 'ok' || this.#readOnly) member.sendMessage(this.#stateFrame(null))
    if (member.facilitates) {
      if (this.#quarantine.frame !== null) member.sendMessage(this.#quarantine.frame)
      this.#quarantine.lookLater((frame) => this.#sendLeaders(frame))
    }
    if (member.facilitates && this.fullness !== null) member.sendMessage(this.#fullnessFrame())
    if (member.understands || this.presence.size > 0) member.sendPresence(this.wholePresence(member))
    this.#repairLater()
  }

  /** Everybody's presence, in the form that the member reads. */
  wholePresence({ understands }: RoomMember): Uint8Array {
    if (understands) return encodeServerMessage({ type: 'presence', presence: this.presence.whole() })
    return encodePresence(this.presence.all())
  }

  /**
   * Everything since a state vector, for a member that was not told all of it. Made once for those who fell behind together and come back
   * together: of a large board it takes 30 ms, and for each of ten who read slowly other rooms would wait (reliability.md F57).
   */
  missedDocument(had: Uint8Array): Uint8Array {
    if (this.#missed?.had !== had) {
      const encode = (): Uint8Array => Y.encodeStateAsUpdate(this.room.committed.doc, had)
      this.#missed = { had, frame: encodeUpdate(this.turns.charge(encode)) }
      // Whoever comes back later comes back to more.
      queueMicrotask(() => {
        this.#missed = null
      })
    }
    return this.#missed.frame
  }

  /** Everybody's presence for a member that was not sent all of what was told. */
  missedPresence(member: RoomMember): Uint8Array {
    return member.understands ? this.wholePresence(member) : encodePresence(this.presence.catchUp())
  }

  leave(member: RoomMember): void {
    if (!this.#members.delete(member)) return
    this.#owed.delete(member)
    for (const [clientId, writer] of this.#writers) if (writer === member) this.#writers.delete(clientId)
    this.presence.leave(member)
    this.#tickPresence()
  }

  /** Takes up an update of a member. `room-unavailable` = it may be right, but cannot be kept now. */
  accept(update: Uint8Array, member: RoomMember): Acceptance {
    if ((this.#frozen || this.#mayOnlyRead(update.byteLength)) && !this.room.has(update)) {
      return { kind: 'refused', reason: 'room-unavailable', detail: 'storage' }
    }
    const acceptance = this.room.accept(update, member)
    if (acceptance.kind !== 'accepted') return acceptance
    for (const clientId of acceptance.authors) {
      // Two tabs under one id (a copied document): the later one goes on, the earlier one starts afresh (F10). After a cut
      // connection the earlier one is only its half-open rest.
      const earlier = this.#writers.get(clientId)
      this.#writers.set(clientId, member)
      if (earlier !== undefined && earlier !== member) earlier.close('resync')
    }
    this.#commits.add(this, acceptance.bytes)
    return acceptance
  }

  /** Takes what a member shows of itself over our own messages. */
  move(member: RoomMember, change: PresenceChange | null): void {
    this.presence.move(member, change)
    this.#tickPresence()
  }

  /** Takes what a member shows of itself as stock clients do; an answer is for that member alone. */
  acceptPresence(member: RoomMember, entries: readonly PresenceEntry[]): void {
    const answer = this.presence.accept(member, entries, (clientId) => this.room.claims.ownerOf(clientId))
    if (answer !== null) member.sendPresence(encodePresence([answer]))
    this.#tickPresence()
  }

  /** Everything that waits, to be stored; null when there is nothing, or something is under way. */
  takeBatch(): Batch | null {
    return this.turns.charge(() => this.room.takeBatch())
  }

  /** What may replace the log up to `sequence`, once it was read back. */
  snapshot(): ReturnType<Room['snapshot']> {
    return this.turns.charge(() => this.room.snapshot())
  }

  /** Everything that the batch under way held is stored: everybody may have it now, and its authors hear so. */
  committed(): void {
    if (this.#losesMany()) this.#onManyGone(this.turns.charge(() => authoredBoard(this.room)))
    const { stored, update, before } = this.turns.charge(() => this.room.commit())
    this.log.rows += stored.updates.length
    for (const { bytes } of stored.updates) this.log.bytes += bytes.byteLength
    this.newcomers.add(update)
    const presence = this.#isPresenceDue() ? this.#takePresence() : null
    // One for all who fall behind at this moment: by it they are known to lack the same.
    let had: Uint8Array | null = null
    this.#tellAll(packFrames(encodeUpdate(update)), presence, () => (had ??= Y.encodeStateVector(before)))
    this.#owed.acknowledge()
    this.stored.advance(this.room.committedMark)
    const quarantined = this.#quarantine.review()
    if (quarantined !== null) this.#sendLeaders(quarantined)
    if (this.#fullness.review(this.#size())) this.#sendLeaders(this.#fullnessFrame())
    this.#repairLater()
  }

  /** The member waits to hear that what it sent is stored. */
  owe(member: RoomMember): void {
    this.#owed.add(member)
    if (this.room.committedMark === this.room.acceptedMark) this.#owed.acknowledge()
  }

  /** Whether what is about to be committed takes so much away that somebody may want it back. */
  #losesMany(): boolean {
    const { gone, committed } = this.room
    return gone >= MANY_RECORDS && gone >= committed.records.size * MANY_SHARE
  }

  /** Says how storage is doing; members hear of a change. */
  storageIs(storage: RoomState['storage']): void {
    if (storage === 'failing') this.#failingSinceMs ??= this.#clock()
    else this.#failingSinceMs = null
    const before = [this.#storage, this.#readOnly]
    this.#storage = storage
    if (storage === 'ok' && this.closedTo === null)
      this.#readOnly &&= this.room.unsavedBytes > this.#limits.unsavedBytes
    if (before[0] !== this.#storage || before[1] !== this.#readOnly) this.#sendAll(this.#stateFrame(null))
  }

  /** The server stops and comes back. */
  announceRestart(inMs: number): void {
    this.#sendAll(this.#stateFrame(inMs))
  }

  tell(event: RoomEvent): void {
    this.#sendAll(encodeServerMessage({ type: 'event', event }))
  }

  closeAll(reason: CloseReason): void {
    for (const member of this.#members) member.close(reason)
  }

  /** Sends everybody away for good, also who is on his way in. */
  end(reason: CloseReason): void {
    this.#ended = reason
    this.#frozen = true
    this.closeAll(reason)
  }

  destroy(): void {
    if (this.#presenceTimer !== null) clearTimeout(this.#presenceTimer)
    this.#owed.stop()
    if (this.#repairTimer !== null) clearTimeout(this.#repairTimer)
    this.#quarantine.stop()
    this.room.destroy()
  }

  /**
   * Whether so many bytes more would be too much to wait for storage, or it has failed for too long; members hear of it once
   * (reliability.md C2, F37).
   */
  #mayOnlyRead(bytes: number): boolean {
    if (this.closedTo !== null) return true
    const failedMs = this.#failingSinceMs === null ? 0 : this.#clock() - this.#failingSinceMs
    const waiting = this.room.unsavedBytes
    // Where nothing waits there is room for any frame: what somebody brings back at once may be larger than the bound.
    const full = (waiting > 0 && waiting + bytes > this.#limits.unsavedBytes) || failedMs > this.#limits.unsavedMs
    if (full !== this.#readOnly && (full || this.#storage === 'ok')) {
      this.#readOnly = full
      this.#sendAll(this.#stateFrame(null))
    }
    return this.#readOnly
  }

  /**
   * Looks at the board once in a while as long as something came, went or was moved: not at once, because what one person does in two
   * frames, or takes back right away, is nothing to repair. The server alone repairs (F13); a room that nobody is in waits.
   */
  #repairLater(): void {
    if (this.#repairTimer !== null || !this.room.mayNeedRepair || this.#members.size === 0) return
    this.#repairTimer = setTimeout(() => {
      this.#repairTimer = null
      if (this.#members.size === 0 || this.#frozen || this.#storage === 'failing' || this.#readOnly) return
      try {
        const { bytes } = this.turns.charge(() => this.room.repair())
        if (bytes > 0) this.#commits.add(this, bytes)
      } catch {
        // Whatever it is, it is met again by who stores, and he lets go of the room.
        this.#commits.add(this, 0)
      }
    }, this.#limits.repairMs)
  }

  #tickPresence(): void {
    if (this.#presenceTimer !== null || !this.presence.hasChanges) return
    const waitMs = Math.max(0, this.#presenceToldAtMs + this.#presenceTickMs() - this.#clock())
    this.#presenceTimer = setTimeout(
      () => this.#tellAll(null, this.#takePresence(), noState),
      waitMs + PRESENCE_GRACE_MS,
    )
  }

  /** Whether presence would be told soon in any case, and goes with the edits instead: one write for both. */
  #isPresenceDue(): boolean {
    return (
      this.#presenceTimer !== null &&
      this.#clock() - this.#presenceToldAtMs >= this.#presenceTickMs() - PRESENCE_GRACE_MS
    )
  }

  #takePresence(): PresenceTick {
    if (this.#presenceTimer !== null) clearTimeout(this.#presenceTimer)
    this.#presenceTimer = null
    this.#presenceToldAtMs = this.#clock()
    return this.presence.takeChanges()
  }

  /** Each form is made once, and only when somebody reads it. */
  #tellAll(document: Uint8Array | null, presence: PresenceTick | null, had: () => Uint8Array): void {
    const { news = null, entries } = presence ?? {}
    const packedNews = news === null ? null : packFrames(encodeServerMessage({ type: 'presence', presence: news }))
    const ours = telling(document, packedNews, had)
    let stock: Telling | null | undefined
    for (const member of this.#members) {
      if (member.understands) {
        if (ours !== null) member.tell(ours)
        continue
      }
      if (stock === undefined) {
        stock = telling(document, entries === undefined ? null : packFrames(encodePresence(entries())), had)
      }
      if (stock !== null) member.tell(stock)
    }
  }

  /** A part of the time in which each of a crowd moves: what waits adds little to that, and fewer frames are sent. */
  #presenceTickMs(): number {
    return Math.max(this.#limits.presenceMs, this.presence.intervalMs * PRESENCE_TICK_SHARE)
  }

  #sendLeaders(frame: Uint8Array): void {
    for (const member of this.#members) if (member.facilitates) member.sendMessage(frame)
  }

  #size(): BoardSize {
    const { recordCount: records, documentBytes: bytes, documentStructs: structs } = this.room
    return { records, bytes, structs, parts: this.room.valueParts }
  }

  #fullnessFrame(): Uint8Array {
    return encodeServerMessage({
      type: 'event',
      event: { kind: 'fullness', percent: this.fullness, by: this.#fullness.by },
    })
  }

  #stateFrame(restartingInMs: number | null): Uint8Array {
    const damaged = this.closedTo === 'damaged'
    const state = { storage: this.#storage, readOnly: this.#readOnly, restartingInMs, ...(damaged ? { damaged } : {}) }
    return encodeServerMessage({ type: 'state', state })
  }

  #sendAll(frame: Uint8Array): void {
    const packed = packFrames(frame)
    for (const member of this.#members) member.sendPacked(packed)
  }
}

/** Of who missed nothing but presence. */
const noState = (): Uint8Array => {
  throw new Error('There are no edits to miss')
}

function telling(document: Uint8Array | null, presence: Uint8Array | null, had: () => Uint8Array): Telling | null {
  if (document !== null && presence !== null) {
    return { document, presence, whole: joinPacked(document, presence), had }
  }
  const whole = document ?? presence
  return whole === null ? null : { document, presence, whole, had }
}
