import type { ParticipantId } from '@samenreis/model/ids/participantId'
import { leads } from '@samenreis/model/records/enumerations'
import { closeCodes, type CloseReason } from '@samenreis/model/protocol/closeCodes'
import { encodeServerMessage, PROTOCOL_VERSION } from '@samenreis/model/protocol/messages'
import type { Admission } from '../access/Admission.ts'
import type { Clock } from './Clock.ts'
import { PRESENCE_MAX_BYTES } from '@samenreis/model/protocol/presence'
import { Delivery } from './Delivery.ts'
import { DurableCounter } from './DurableCounter.ts'
import { Farewell } from './Farewell.ts'
import { decodeClientFrame, encodePresence, encodeStep1, type ClientFrame } from './frames.ts'
import { Inbox } from './Inbox.ts'
import type { SyncLimits } from './limits.ts'
import type { LiveRoom, RoomMember } from './LiveRoom.ts'
import { PiecedFrame } from './PiecedFrame.ts'
import { Outbox, type Outlet, type Telling } from './Outbox.ts'
import type { SyncMeter } from './SyncMeter.ts'
import { TokenBucket } from './TokenBucket.ts'

/** What a session needs of its socket. */
export interface SessionSocket extends Outlet {
  /** @param data comes back with the pong */
  ping(data?: Uint8Array): void
  /** Stops and goes on reading: what the client sends meanwhile waits in its own buffers. */
  pause(): void
  resume(): void
  close(code: number, reason: string): void
  terminate(): void
}

export interface SessionOptions {
  readonly socket: SessionSocket
  readonly admission: Admission
  readonly room: LiveRoom
  /** Whether the client offered `samenreis.v1`. */
  readonly understands: boolean
  /** Version of the layout that the client knows: not below the board's. */
  readonly schemaVersion: number
  readonly clock: Clock
  readonly limits: SyncLimits
  /** Called once, when the session is over, whoever ended it. */
  readonly onEnd: (session: Session, reason: CloseReason | null) => void
  /** A frame could not be handled though nothing is wrong with it: a fault of ours. The session ends, the room goes on. */
  readonly onFault: (error: unknown) => void
}

/** Most characters of what is said of a refused frame: names of records and fields, which are the sender's own. */
const DETAIL_MAX = 500

/** A frame without presence entries: says nothing, and keeps stock clients from leaving. */
const keepAliveFrame = encodePresence([])

/** One connection in one room, from the open socket to its end. One bad frame costs this session, never the room. */
export class Session implements RoomMember {
  readonly admission: Admission
  readonly understands: boolean
  readonly #socket: SessionSocket
  readonly #room: LiveRoom
  readonly #clock: Clock
  readonly #limits: SyncLimits
  readonly #meter: SyncMeter
  readonly #onEnd: (session: Session, reason: CloseReason | null) => void
  readonly #outbox: Outbox
  readonly #inbox: Inbox
  readonly #delivery: Delivery
  readonly #durable: DurableCounter
  readonly #syncRequests: TokenBucket
  /** Whether the client is newer than the board: what it makes may mean something else here, so it reads (reliability.md F17). */
  readonly #isAhead: boolean
  #claimsLeft: number
  #heardAtMs: number
  #pingedAtMs: number
  /** Whether the client was answered wholly: before that it gets no updates, which it could only keep pending. */
  #answered = false
  /** A client that lacked something is asked once to send everything; a second time it starts again (F03). */
  #healing: { readonly sinceMs: number } | null = null
  #healed = false
  readonly #pieced: PiecedFrame
  #ended = false
  #farewell: Farewell | null = null

  constructor({ socket, admission, room, understands, schemaVersion, clock, limits, onEnd, onFault }: SessionOptions) {
    this.admission = admission
    this.#socket = socket
    this.#room = room
    this.understands = understands
    this.#isAhead = schemaVersion > room.room.schemaVersion
    this.#clock = clock
    this.#limits = limits
    this.#meter = room.meter
    this.#onEnd = onEnd
    this.#outbox = new Outbox(socket, clock, limits, room.meter)
    this.#syncRequests = new TokenBucket(limits.syncRequests, clock)
    this.#pieced = new PiecedFrame(clock, limits)
    this.#claimsLeft = limits.clientIdsPerConnection
    this.#heardAtMs = clock()
    this.#pingedAtMs = clock()
    this.#inbox = new Inbox({
      clock,
      limits,
      turns: room.turns,
      onFrame: (frame) => {
        try {
          this.#handleFrame(frame)
        } catch (error) {
          onFault(error)
          this.close('room-unavailable')
        }
      },
      onPressure: (full) => (full ? socket.pause() : socket.resume()),
    })
    this.#delivery = new Delivery({
      doc: room.room.committed.doc,
      limits,
      shared: () => room.newcomers.answer(),
      send: (frame) => this.#outbox.control(frame),
      ping: (data) => socket.ping(data),
      onDone: () => {
        this.#answered = true
      },
    })
    this.#durable = new DurableCounter({
      clock,
      everyMs: limits.durableMs,
      isStored: (mark) => mark <= room.room.committedMark,
      send: (frames) => {
        const durable = { frames, sequence: room.room.sequence }
        this.sendMessage(encodeServerMessage({ type: 'durable', durable }))
      },
    })
  }

  get participantId(): ParticipantId {
    return this.admission.participantId
  }

  get mayEdit(): boolean {
    return this.admission.mayEdit && !this.#isAhead
  }

  get facilitates(): boolean {
    return leads(this.admission.role)
  }

  get claimsLeft(): number {
    return this.#claimsLeft
  }

  /** Says hello, joins the room, and asks for what the client has. */
  open(): void {
    const { participantId, role } = this.admission
    const { id: roomId, epoch, schemaVersion } = this.#room.room
    const hello = {
      protocol: PROTOCOL_VERSION,
      roomId,
      epoch,
      schemaVersion,
      participantId,
      role,
      mayEdit: this.mayEdit && this.#room.closedTo === null,
      limits: {
        frameBytes: this.#limits.frameBytes,
        documentFramesPerSecond: this.#limits.documentFrames.perSecond,
        presenceFramesPerSecond: this.#limits.presencePerSecond,
      },
    }
    this.sendMessage(encodeServerMessage({ type: 'hello', hello }))
    this.#outbox.control(encodeStep1(this.#room.room.acceptedState()))
    this.#room.join(this)
  }

  /** A message came. Text frames are not of this protocol. */
  receive(bytes: Uint8Array, isBinary: boolean): void {
    if (this.#ended) return this.#farewell?.passOver(bytes)
    this.#heardAtMs = this.#clock()
    if (!isBinary) this.close('malformed')
    else if (!this.#inbox.add(bytes)) this.close('too-many')
  }

  /** A pong came, with the bytes of its ping. */
  heard(data: Uint8Array): void {
    this.#heardAtMs = this.#clock()
    if (!this.#ended) this.#delivery.heard(data)
  }

  tell(telling: Telling): void {
    if (!this.#ended) this.#outbox.tell(telling, this.#answered)
  }

  sendPresence(frame: Uint8Array): void {
    if (!this.#ended) this.#outbox.presence(frame)
  }

  sendMessage(frame: Uint8Array): void {
    if (this.understands && !this.#ended) this.#outbox.control(frame)
  }

  sendPacked(packed: Uint8Array): void {
    if (this.understands && !this.#ended) this.#outbox.controlPacked(packed)
  }

  acknowledge(): number {
    return this.#ended ? 0 : this.#durable.review()
  }

  close(reason: CloseReason): void {
    if (this.#ended) return
    this.#end(reason)
    this.#farewell = new Farewell(this.#socket, reason, this.#limits.farewellMs)
  }

  /** The socket is gone. */
  closed(): void {
    this.#farewell?.over()
    if (!this.#ended) this.#end(null)
  }

  /** Looks after heartbeat, queue and deadlines; called every `watchMs`. */
  watch(): void {
    if (this.#ended) return
    const now = this.#clock()
    const keepsUp = this.#outbox.watch({
      document: (had) => this.#room.missedDocument(had),
      presence: () => this.#room.missedPresence(this),
    })
    if (!keepsUp) return this.close('overloaded')
    if (this.#healing !== null && now - this.#healing.sinceMs > this.#limits.resyncMs) return this.close('resync')
    // What stands in the inbox is held up by ourselves. Ended without a word, as by a bad line: its client tries smaller pieces.
    if (this.#pieced.isStalled && !this.#inbox.isHolding) return this.#socket.terminate()
    if (now - Math.max(this.#heardAtMs, this.#outbox.drainedAtMs) > this.#limits.deadMs) return this.#socket.terminate()
    if (now - this.#pingedAtMs >= this.#limits.pingMs) {
      this.#pingedAtMs = now
      this.#socket.ping()
    }
    if (now - this.#outbox.sentAtMs >= this.#limits.keepAliveMs) this.#outbox.control(keepAliveFrame)
  }

  #end(reason: CloseReason | null): void {
    this.#ended = true
    this.#inbox.close()
    this.#pieced.clear()
    this.#delivery.stop()
    this.#room.leave(this)
    this.#onEnd(this, reason)
  }

  #handleFrame(bytes: Uint8Array): void {
    const frame = decodeClientFrame(bytes)
    this.#meter.framesIn[frame?.kind ?? 'malformed'] += 1
    switch (frame?.kind) {
      case undefined:
        this.close('malformed')
        break
      case 'step1':
        if (this.#syncRequests.take()) this.#answer(frame.stateVector)
        break
      case 'step2':
      case 'update':
        this.#handleDocument(frame)
        break
      case 'presence':
        this.#room.acceptPresence(this, frame.entries)
        break
      case 'move':
        // Nothing that an honest client sends is larger; presence is never worth a connection (reliability.md F81).
        if (bytes.byteLength <= PRESENCE_MAX_BYTES) this.#room.move(this, frame.change)
        break
      case 'presence-query':
        this.sendPresence(this.#room.wholePresence(this))
        break
      case 'piece':
        this.#handlePiece(frame)
        break
    }
  }

  /** Only what is stored is told: a client never holds what a crash could take away. */
  #answer(stateVector: Uint8Array): void {
    this.#answered = false
    this.#delivery.start(stateVector)
  }

  /** What comes in pieces is judged as one: half of what somebody did to a card may be no card (reliability.md F16). */
  #handlePiece({ bytes, isLast }: Extract<ClientFrame, { kind: 'piece' }>): void {
    const whole = this.#pieced.add(bytes, isLast)
    if (whole === null) return
    if (whole === 'too-large') return this.close('frame-too-large')
    const frame = decodeClientFrame(whole)
    if (frame?.kind === 'step2' || frame?.kind === 'update') this.#handleDocument(frame)
    else this.close('malformed')
  }

  #handleDocument({ kind, update }: Extract<ClientFrame, { update: Uint8Array }>): void {
    const frame = this.#durable.count()
    const acceptance = this.#accept(update)
    switch (acceptance.kind) {
      case 'refused': {
        const { reason, detail } = acceptance
        this.#meter.framesRefused[reason] += 1
        // Whoever is to come back with what he has was not wrong.
        if (!closeCodes[reason].retry) {
          this.sendMessage(
            encodeServerMessage({ type: 'reject', reject: { frame, reason, detail: detail.slice(0, DETAIL_MAX) } }),
          )
        }
        this.close(reason)
        break
      }
      case 'gap':
        this.#handleGap(kind)
        break
      case 'accepted':
      case 'nothing':
        if (acceptance.kind === 'accepted') this.#claimsLeft -= acceptance.claimed
        if (kind === 'step2') this.#healing = null
        // What came while something is missing is not counted as stored before the answer that holds it all.
        if (this.#healing === null) {
          this.#durable.expect(frame, this.#room.room.acceptedMark)
          this.#room.owe(this)
        }
        break
    }
  }

  #accept(update: Uint8Array): ReturnType<LiveRoom['accept']> {
    if (this.#isAhead && this.admission.mayEdit && !this.#room.room.has(update)) {
      return { kind: 'refused', reason: 'server-too-old', detail: 'schema' }
    }
    return this.#room.accept(update, this)
  }

  #handleGap(kind: 'step2' | 'update'): void {
    if (this.#healing !== null && kind === 'update') return
    if (this.#healed) return this.close('resync')
    this.#healed = true
    this.#healing = { sinceMs: this.#clock() }
    this.#outbox.control(encodeStep1(this.#room.room.acceptedState()))
  }
}
