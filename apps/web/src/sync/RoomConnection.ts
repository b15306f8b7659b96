import * as encoding from 'lib0/encoding'
import { encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Participant } from '@samenreis/model/api/participant'
import { BoardDocument, SCHEMA_VERSION } from '@samenreis/model/document/BoardDocument'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { closeCodes, closeReasonOf, type CloseReason } from '@samenreis/model/protocol/closeCodes'
import {
  decodeServerMessage,
  messageTypes,
  SUBPROTOCOL,
  type Hello,
  type Reject,
  type ServerMessage,
} from '@samenreis/model/protocol/messages'
import type { Role } from '@samenreis/model/records/enumerations'
import {
  afterEvent,
  connectionState,
  hasUnsavedEdits,
  longestWait,
  noConnectionYet,
  SILENCE_LIMIT_MS,
  type ConnectionEvent,
  type ConnectionState,
} from './connectionState.ts'
import { countingSocket } from './documentFrames.ts'
import { reconnectDelay, STABLE_AFTER_MS } from './reconnect.ts'
import { UnsentTexts, type UnsentText } from './UnsentTexts.ts'
import { Cell, type Watchable } from './Watchable.ts'

/** Who this tab's person is, as the server says. */
export interface Me {
  readonly participantId: ParticipantId
  readonly role: Role
  /** false for screens and observers, and for everyone while the room is read-only. */
  readonly mayEdit: boolean
}

export interface RoomConnectionOptions {
  readonly roomId: RoomId
  /** `ws://host/sync`; by default this page's origin. */
  readonly serverUrl?: string
  /** Subprotocols beside ours, e.g. `bearer.<token>` of a program. Browsers are known by their cookie. */
  readonly subprotocols?: readonly string[]
  readonly WebSocket?: typeof WebSocket
  /** 0 ≤ n < 1; decides the moment of a reconnect. */
  readonly random?: () => number
  /** Milliseconds on a clock that never jumps. */
  readonly now?: () => number
}

/** How often the clock is looked at, in ms: for the label, the silence and the leave warning. */
const TICK_MS = 1_000
/** Silence after which the server is asked for a sign of life, in ms. */
const PROBE_AFTER_MS = 15_000
/** How long such a sign may take when the page just woke up, in ms (F60). */
const PROBE_ANSWER_MS = 5_000
/** Longest wait for an acknowledgement before the connection is made anew, in ms. */
const ACKNOWLEDGE_LIMIT_MS = 30_000

/**
 * One room in one tab: its document, its socket, and the truth about what is stored. Lives from `connect()` to `destroy()`; after
 * the state `reset` a new one must be made, because its document is no longer the board's.
 */
export class RoomConnection {
  readonly roomId: RoomId
  /** The board's document. Empty, and not to be shown, until `ready`. */
  readonly board: BoardDocument
  readonly awareness: Awareness
  /** Transactions with this origin came from the server. */
  readonly provider: WebsocketProvider
  private readonly options: RoomConnectionOptions
  private readonly stateCell = new Cell<ConnectionState>({ kind: 'connecting' })
  private readonly readyCell = new Cell(false)
  private readonly meCell = new Cell<Me | null>(null)
  private readonly helloCell = new Cell<Hello | null>(null)
  private readonly rosterCell = new Cell<readonly Participant[]>([])
  private readonly quarantinedCell = new Cell<readonly string[]>([])
  private readonly votesCell = new Cell(0)
  private readonly rejectionCell = new Cell<Reject | null>(null)
  private readonly unsent: UnsentTexts
  private facts = noConnectionYet
  private failures = 0
  private openedAt = 0
  private probedAt: number | null = null
  private reconnectTimer: ReturnType<typeof setTimeout> | null = null
  private readonly ticker: ReturnType<typeof setInterval>
  private warnsOnLeave = false
  private over = false

  constructor(options: RoomConnectionOptions) {
    this.options = options
    this.roomId = options.roomId
    this.board = new BoardDocument(new Y.Doc())
    this.provider = new WebsocketProvider(options.serverUrl ?? ownOrigin(), options.roomId, this.board.doc, {
      connect: false,
      protocols: [SUBPROTOCOL, ...(options.subprotocols ?? [])],
      // Two tabs of one browser may have different rights; everything goes through the server (F68).
      disableBc: true,
      WebSocketPolyfill: countingSocket(options.WebSocket ?? WebSocket, {
        sent: (frame, socket) => {
          if (socket === this.provider.ws) this.note({ kind: 'sent', frame })
        },
        heard: (socket) => {
          if (socket === this.provider.ws) this.note({ kind: 'heard' })
        },
      }),
      // We decide ourselves, with jitter; the provider's own timers find nothing to do.
      shouldReconnect: () => false,
    })
    this.awareness = this.provider.awareness
    // The provider sends everything that it hears of others back to the server; only our own is news.
    this.awareness.off('update', this.provider._awarenessUpdateHandler)
    this.awareness.on('update', this.handlePresence)
    this.unsent = new UnsentTexts(this.board, this.provider)
    for (const type of [
      messageTypes.hello,
      messageTypes.durable,
      messageTypes.reject,
      messageTypes.state,
      messageTypes.event,
    ]) {
      this.provider.messageHandlers[type] = (_answer, decoder) => {
        const message = decodeServerMessage(type, decoder)
        if (message !== null) this.handleMessage(message)
      }
    }
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') this.handleOpen()
    })
    this.provider.on('connection-close', (event) => this.handleClose(event?.code ?? null))
    this.provider.on('sync', (synced) => {
      if (synced) this.updateReady()
    })
    this.board.doc.on('update', this.handleUpdate)
    this.ticker = setInterval(() => this.tick(), TICK_MS)
    if (typeof document !== 'undefined') document.addEventListener('visibilitychange', this.handleVisibility)
    if (typeof window !== 'undefined') window.addEventListener('online', this.connect)
  }

  /** What the person may be told about her edits. */
  get state(): Watchable<ConnectionState> {
    return this.stateCell
  }

  /** true once the whole board was received: only then may a `StoreBinding` connect or a form be shown. Stays true. */
  get ready(): Watchable<boolean> {
    return this.readyCell
  }

  /** null until the server's HELLO. */
  get me(): Watchable<Me | null> {
    return this.meCell
  }

  /** The last HELLO; null before the first. */
  get hello(): Watchable<Hello | null> {
    return this.helloCell
  }

  /** Everyone who takes part, in the order in which they came, as the server last told. */
  get roster(): Watchable<readonly Participant[]> {
    return this.rosterCell
  }

  /** Records that were set aside, as the server tells facilitators. */
  get quarantinedIds(): Watchable<readonly string[]> {
    return this.quarantinedCell
  }

  /** Rises when votes or rounds changed: read the extraction again. */
  get votesVersion(): Watchable<number> {
    return this.votesCell
  }

  /** What the server refused last, or null. A state `refused` or `reset` follows it. */
  get rejection(): Watchable<Reject | null> {
    return this.rejectionCell
  }

  /** Starts connecting and goes on trying. While a connection is open it is checked at once; while one is waited for, tried now. */
  readonly connect = (): void => {
    if (this.over || this.facts.end !== null) return
    if (this.provider.ws !== null) {
      this.probe()
      return
    }
    this.cancelReconnect()
    this.provider.connect()
  }

  /** Ends the connection for good and frees everything. The document stays readable. */
  destroy(): void {
    this.over = true
    this.cancelReconnect()
    clearInterval(this.ticker)
    if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', this.handleVisibility)
    if (typeof window !== 'undefined') window.removeEventListener('online', this.connect)
    this.setLeaveWarning(false)
    this.board.doc.off('update', this.handleUpdate)
    this.awareness.off('update', this.handlePresence)
    this.unsent.stop()
    this.provider.destroy()
    this.awareness.destroy()
  }

  /** Whether leaving this page now would lose something (F91). */
  hasUnsavedWork(): boolean {
    return hasUnsavedEdits(this.facts)
  }

  /** Texts that this tab changed since everything was stored the last time, as they stand here. */
  unsentTexts(): readonly UnsentText[] {
    return this.unsent.list()
  }

  private note(event: DistributiveOmit<ConnectionEvent, 'at'>): void {
    const at = this.now()
    if (event.kind === 'heard') this.probedAt = null
    this.facts = afterEvent(this.facts, { ...event, at })
    this.publish(at)
  }

  private publish(at: number): void {
    const state = connectionState(this.facts, at)
    if (state.kind === 'saved') this.unsent.clear()
    if (JSON.stringify(state) !== JSON.stringify(this.stateCell.get())) this.stateCell.set(state)
    this.setLeaveWarning(this.hasUnsavedWork())
  }

  private handleOpen(): void {
    this.openedAt = this.now()
    this.rejectionCell.set(null)
    this.note({ kind: 'opened' })
  }

  private handleClose(code: number | null): void {
    // A close of our own making has no code; trying again is up to us, never to the provider's timers.
    this.provider.shouldConnect = false
    if (this.facts.end !== null) return
    const reason = code === null ? null : closeReasonOf(code)
    const refused = this.rejectionCell.get()?.reason ?? reason
    const final = this.over || (refused !== null && !closeCodes[refused].retry)
    const restartingInMs = this.facts.room.restartingInMs
    if (this.now() - this.openedAt > STABLE_AFTER_MS) this.failures = 0
    this.failures += 1
    this.note({ kind: 'closed', reason: refused, final })
    if (!final) this.reconnectIn(reconnectDelay(this.failures, reason, restartingInMs, this.random()))
  }

  private handleMessage(message: ServerMessage): void {
    switch (message.type) {
      case 'hello':
        this.handleHello(message.hello)
        break
      case 'durable':
        this.note({ kind: 'durable', frames: message.durable.frames })
        break
      case 'reject':
        this.rejectionCell.set(message.reject)
        break
      case 'state':
        this.note({ kind: 'room', state: message.state })
        this.updateMe()
        break
      case 'event':
        if (message.event.kind === 'roster') this.rosterCell.set(message.event.participants)
        if (message.event.kind === 'quarantined') this.quarantinedCell.set(message.event.ids)
        if (message.event.kind === 'votes') this.votesCell.set(this.votesCell.get() + 1)
        break
    }
  }

  private handleHello(hello: Hello): void {
    const known = this.helloCell.get()
    // Both ends before any byte of the document is exchanged: HELLO is the server's first message.
    if (known !== null && known.epoch !== hello.epoch) this.end('epoch-changed')
    else if (hello.schemaVersion > SCHEMA_VERSION) this.end('client-too-old')
    else {
      this.helloCell.set(hello)
      this.note({ kind: 'welcomed', mayEdit: hello.mayEdit })
      this.updateMe()
      this.updateReady()
    }
  }

  private updateMe(): void {
    const hello = this.helloCell.get()
    if (hello === null) return
    const mayEdit = hello.mayEdit && !this.facts.room.readOnly
    const me = this.meCell.get()
    if (me?.participantId === hello.participantId && me.role === hello.role && me.mayEdit === mayEdit) return
    this.meCell.set({ participantId: hello.participantId, role: hello.role, mayEdit })
  }

  private updateReady(): void {
    if (this.provider.synced && this.helloCell.get() !== null && this.board.schemaVersion !== null) {
      this.readyCell.set(true)
    }
  }

  private readonly handleUpdate = (_update: Uint8Array, origin: unknown): void => {
    const { ws, wsconnected } = this.provider
    const goesOut = wsconnected && ws !== null && ws.readyState === ws.OPEN
    if (origin !== this.provider && !goesOut) this.note({ kind: 'kept' })
  }

  private readonly handlePresence = (_changes: unknown, origin: unknown): void => {
    const { ws, wsconnected } = this.provider
    if (origin !== 'local' || ws === null || !wsconnected || ws.readyState !== ws.OPEN) return
    const frame = encoding.createEncoder()
    encoding.writeVarUint(frame, messageTypes.awareness)
    encoding.writeVarUint8Array(frame, encodeAwarenessUpdate(this.awareness, [this.board.doc.clientID]))
    ws.send(encoding.toUint8Array(frame))
  }

  /** Ends this document by our own decision, as if the server had closed with this reason. */
  private end(reason: CloseReason): void {
    this.facts = afterEvent(this.facts, { kind: 'closed', reason, final: true, at: this.now() })
    this.over = true
    this.provider.disconnect()
    this.cancelReconnect()
    this.publish(this.now())
  }

  private tick(): void {
    const at = this.now()
    this.publish(at)
    if (this.facts.link !== 'open' || this.provider.ws === null) return
    const silence = at - this.facts.heardAt
    const unanswered = this.probedAt !== null && at - this.probedAt > PROBE_ANSWER_MS && silence > PROBE_ANSWER_MS
    if (silence > SILENCE_LIMIT_MS || unanswered || longestWait(this.facts, at) > ACKNOWLEDGE_LIMIT_MS) {
      this.provider.disconnect()
    } else if (silence > PROBE_AFTER_MS && this.probedAt === null) this.probe()
  }

  /** Asks the server for a sign of life; `tick` looks whether it came. Browsers show scripts no ping (F52). */
  private probe(): void {
    const { ws, wsconnected } = this.provider
    if (ws === null || !wsconnected || ws.readyState !== ws.OPEN || this.probedAt !== null) return
    this.probedAt = this.now()
    ws.send(Uint8Array.of(messageTypes.queryAwareness))
  }

  private readonly handleVisibility = (): void => {
    if (document.visibilityState !== 'visible') return
    // A sleeping page has no timers: what the label says is looked at before anything else.
    this.publish(this.now())
    this.tick()
    this.connect()
  }

  private reconnectIn(delayMs: number): void {
    this.cancelReconnect()
    this.reconnectTimer = setTimeout(() => {
      this.reconnectTimer = null
      this.connect()
    }, delayMs)
  }

  private cancelReconnect(): void {
    if (this.reconnectTimer !== null) clearTimeout(this.reconnectTimer)
    this.reconnectTimer = null
  }

  private now(): number {
    return (this.options.now ?? (() => performance.now()))()
  }

  private random(): number {
    return (this.options.random ?? Math.random)()
  }

  private setLeaveWarning(on: boolean): void {
    if (on === this.warnsOnLeave || typeof window === 'undefined') return
    this.warnsOnLeave = on
    if (on) window.addEventListener('beforeunload', askBeforeLeaving)
    else window.removeEventListener('beforeunload', askBeforeLeaving)
  }
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

function ownOrigin(): string {
  return `${location.origin.replace(/^http/, 'ws')}/sync`
}
