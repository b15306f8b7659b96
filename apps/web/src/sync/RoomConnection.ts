import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Participant } from '@samenreis/model/api/participant'
import { BoardDocument, SCHEMA_VERSION } from '@samenreis/model/document/BoardDocument'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { closeCodes, closeReasonOf, type CloseReason } from '@samenreis/model/protocol/closeCodes'
import type { Hello, Reject, ServerMessage } from '@samenreis/model/protocol/messages'
import { SILENCE_LIMIT_MS, type ConnectionState } from './connectionState.ts'
import type { CopyState } from './device/CopyState.ts'
import { DeviceCopy } from './device/DeviceCopy.ts'
import type { StoredCopy } from './device/DeviceStore.ts'
import { holdCopy } from './device/restoreCopies.ts'
import { UnstoredMark } from './device/UnstoredMark.ts'
import type { DocumentFrame } from './documentFrames.ts'
import { LeaveWarning } from './LeaveWarning.ts'
import { LineWatch } from './LineWatch.ts'
import { isPageHidden, onPageWake } from './pageWake.ts'
import { PartSize } from './PartSize.ts'
import { PathCheck } from './PathCheck.ts'
import { ReconnectPlan } from './ReconnectPlan.ts'
import { ofThisPage, type RoomConnectionOptions } from './RoomConnectionOptions.ts'
import { RoomLine } from './RoomLine.ts'
import { RoomPeople } from './RoomPeople.ts'
import { RoomNews, type Fullness, type RoomSettings } from './RoomNews.ts'
import { SaveLedger } from './SaveLedger.ts'
import type { UnsentText } from './UnsentTexts.ts'
import { UnsentWork } from './UnsentWork.ts'
import { Cell, type Watchable } from './Watchable.ts'
import { Welcome, type Me } from './Welcome.ts'

/** How often the clock is looked at, in ms: for the label, the silence and the leave warning. */
const TICK_MS = 1_000
/** The clock was not looked at for longer than this: the page slept, or the browser lets it run rarely, in ms (F60). */
const NAP_MS = 5_000

/**
 * One room in one tab: its document, its socket, and the truth about what is stored. Lives from `connect()` to `destroy()`; after
 * the state `reset` a new one must be made, because its document is no longer the board's.
 */
export class RoomConnection {
  readonly roomId: RoomId
  /** The board's document. Empty, and not to be shown, until `ready`. */
  readonly board = new BoardDocument(new Y.Doc())
  /** Who is in the room and shows what; and what this tab shows. */
  readonly people: RoomPeople
  /** Transactions with this origin came from the server. */
  readonly provider: WebsocketProvider
  /** What the person may be told about her edits. */
  readonly state: Watchable<ConnectionState>
  private readonly welcome = new Welcome()
  /** null until the server's HELLO. */
  readonly me: Watchable<Me | null> = this.welcome.me
  /** The last HELLO; null before the first. */
  readonly hello: Watchable<Hello | null> = this.welcome.hello
  private readonly news = new RoomNews()
  /** Everyone who takes part, in the order in which they came, as the server last told. */
  readonly roster: Watchable<readonly Participant[]> = this.news.roster
  /** Records that were set aside, as the server tells facilitators. */
  readonly quarantinedIds: Watchable<readonly string[]> = this.news.quarantinedIds
  /** How full the board is, in percent, as the server tells facilitators; null = there is room. */
  readonly fullness: Watchable<Fullness | null> = this.news.fullness
  /** Name, question and settings of the session since they were changed while this page was open; null until then. */
  readonly settings: Watchable<RoomSettings | null> = this.news.room
  /** Rises when votes or rounds changed: read the extraction again. */
  readonly votesVersion: Watchable<number> = this.news.votesVersion
  /** Rises when a round of guessing opened, came further or ended: read it again. */
  readonly guessVersion: Watchable<number> = this.news.guessVersion
  private readonly damagedCell = new Cell(false)
  /** Whether not all of what was stored of this room can be read: it shows what can, and nobody edits (reliability.md F30). */
  readonly damaged: Watchable<boolean> = this.damagedCell
  private readonly readyCell = new Cell(false)
  /** true once the whole board was received: only then may a `StoreBinding` connect or a form be shown. Stays true. */
  readonly ready: Watchable<boolean> = this.readyCell
  /** On how many things of the board something of this tab is not stored, as the server last said. */
  readonly unsentCount: Watchable<number>
  /** How the copy of that work on this device stands. */
  readonly copy: Watchable<CopyState>
  private rejectedNow: Reject | null = null
  private readonly now: () => number
  private readonly line: RoomLine
  private readonly ledger: SaveLedger
  private readonly plan: ReconnectPlan
  private readonly watch = new LineWatch()
  private readonly partSize = new PartSize()
  private readonly path: PathCheck
  private readonly unsent: UnsentWork
  private readonly device: DeviceCopy
  private readonly mark: UnstoredMark
  private readonly letGoOfCopy: () => void
  private readonly leaveWarning = new LeaveWarning()
  private readonly ticker: ReturnType<typeof setInterval>
  private readonly stopWaking: () => void
  /** When the clock was looked at last. */
  private tickedAt: number
  /** Whether the server's HELLO came on this connection. */
  private isGreeted = false
  private over = false

  constructor(options: RoomConnectionOptions) {
    const { roomId, now, random, isReachable, shelf, ...line } = ofThisPage(options)
    this.roomId = roomId
    this.now = now
    this.tickedAt = now()
    this.plan = new ReconnectPlan({ connect: this.connect, random })
    this.ledger = new SaveLedger({ now: this.now, looked: this.handleLook })
    this.line = new RoomLine(
      { roomId, doc: this.board.doc, stretches: () => this.unsent.stretches(), ...line },
      {
        handleOpen: () => this.handleOpen(),
        handleClose: (code) => this.handleClose(code),
        handleSynced: () => this.handleSynced(),
        handleMessage: (message) => this.handleMessage(message),
        handleSent: (frame) => this.handleSent(frame),
        handleTooLarge: () => this.end('frame-too-large'),
        handleHeard: (board) => this.handleHeard(board),
      },
    )
    this.state = this.ledger.state
    this.provider = this.line.provider
    this.people = new RoomPeople((frame) => this.line.send(frame))
    this.unsent = new UnsentWork(this.board, this.provider)
    this.unsentCount = this.unsent.count
    this.mark = new UnstoredMark(roomId)
    const documentId = this.board.doc.clientID
    this.letGoOfCopy = holdCopy(documentId)
    const isWhole = (): boolean => !this.ledger.facts.pending
    const unstored = (): Omit<StoredCopy, 'roomId' | 'documentId'> | null => this.unstored()
    this.device = new DeviceCopy({ roomId, documentId, shelf, unstored, isWhole })
    this.copy = this.device.state
    this.path = new PathCheck({
      isReachable,
      handleBlocked: () => {
        if (this.ledger.facts.link === 'closed') this.ledger.note({ kind: 'hindered', by: 'blocked' })
      },
    })
    this.board.doc.on('update', this.handleUpdate)
    this.ticker = setInterval(() => this.tick(), TICK_MS)
    this.stopWaking = onPageWake({ shown: this.handleShown, online: this.tryNow })
  }

  /** Starts connecting and goes on trying. While a connection is open it is checked at once; while one is waited for, tried now. */
  readonly connect = (): void => {
    if (this.over || this.ledger.facts.end !== null || this.partSize.isExhausted) return
    if (this.line.isBusy) {
      this.ask()
      return
    }
    this.plan.cancel()
    this.watch.begin(this.now())
    this.line.partBytes = this.partSize.bytes
    this.line.open()
  }

  /** Tries at once, also what was given up: the person asks for it, or the device is on another network. */
  readonly tryNow = (): void => {
    this.partSize.tryAgain()
    this.connect()
  }

  /** Ends the connection for good and frees everything. The document stays readable. */
  destroy(): void {
    this.over = true
    this.plan.cancel()
    clearInterval(this.ticker)
    this.stopWaking()
    this.board.doc.off('update', this.handleUpdate)
    this.unsent.stop()
    this.device.stop()
    this.letGoOfCopy()
    this.leaveWarning.end()
    this.line.destroy()
  }

  /** Counts work as unsaved while it is not even in the document (`StoreBinding.pending`). Returns what ends it. */
  followPending(pending: Watchable<boolean>): () => void {
    const note = (): void => {
      this.ledger.note({ kind: 'pending', pending: pending.get() })
      this.device.noteChanged(!this.line.carriesEdits)
    }
    const stop = pending.subscribe(note)
    note()
    return () => {
      stop()
      this.ledger.note({ kind: 'pending', pending: false })
    }
  }

  /** Whether leaving this page now would lose something (F91). */
  hasUnsavedWork(): boolean {
    return this.ledger.hasUnsavedEdits
  }

  /** Whether a copy of what is not stored is kept on this device: the facilitator allowed it and the person said that it is her own. */
  keepOnDevice(wanted: boolean): void {
    this.device.want(wanted)
  }

  /** Work of an earlier tab is about to be put onto the board under these client ids. */
  adopt(clientIds: Iterable<number>): void {
    this.unsent.adopt(clientIds)
  }

  /** Texts that this tab changed and the server has not said it stored, as they stand here. */
  unsentTexts(): readonly UnsentText[] {
    return this.unsent.texts()
  }

  /** Whether this page is newer than the board: it reads, and keeps what it has, until the server is brought up to date. */
  get isAhead(): boolean {
    return this.welcome.isAhead
  }

  /** What the server refused last on this connection, or null. A state `refused` or `reset` follows it. */
  get rejected(): Reject | null {
    return this.rejectedNow
  }

  private readonly handleLook = (): void => {
    this.leaveWarning.set(this.hasUnsavedWork())
    const since = this.unsent.since ?? Date.now()
    this.mark.write(this.hasUnsavedWork() ? { count: Math.max(1, this.unsentCount.get()), since } : null)
  }

  private unstored(): Omit<StoredCopy, 'roomId' | 'documentId'> | null {
    const [me, hello] = [this.me.get(), this.hello.get()]
    if (!this.ledger.hasUnsavedEdits || me === null || hello === null) return null
    return {
      participantId: me.participantId,
      epoch: hello.epoch,
      schemaVersion: SCHEMA_VERSION,
      update: new Uint8Array(this.unsent.update()),
      changes: this.unsentCount.get(),
      since: this.unsent.since ?? Date.now(),
      texts: [...this.unsent.texts()],
    }
  }

  private handleOpen(): void {
    const at = this.now()
    this.plan.noteOpened(at)
    this.watch.handshake.noteStep(at)
    this.partSize.noteOpened()
    this.unsent.noteOpened()
    this.isGreeted = false
    this.rejectedNow = null
    this.ledger.note({ kind: 'opened' })
    this.people.handleOpen()
  }

  private handleClose(code: number | null): void {
    this.people.handleClose()
    if (this.ledger.facts.end !== null) return
    const reason = code === null ? null : closeReasonOf(code)
    // A word of the server, or nothing: a proxy that cuts, a cable, a limit on the way.
    const isAbrupt = reason === null || reason === 'frame-too-large'
    const wasTooLarge = this.partSize.noteClosed(isAbrupt)
    const refused = this.rejectedNow?.reason ?? (wasTooLarge ? null : reason)
    const final = this.over || (refused !== null && !closeCodes[refused].retry)
    const { restartingInMs } = this.ledger.facts.room
    this.plan.noteClosed(this.now())
    this.ledger.note({ kind: 'closed', reason: refused, final })
    if (final) return
    if (this.ledger.hasUnsavedEdits) this.device.noteChanged(true)
    if (reason === 'server-too-old') this.ledger.note({ kind: 'hindered', by: 'server-too-old' })
    if (this.partSize.isExhausted) this.ledger.note({ kind: 'hindered', by: 'too-large' })
    else {
      this.plan.tryAgain(reason, restartingInMs)
      this.path.noteClosed(isAbrupt)
    }
  }

  private handleHeard(board: boolean): void {
    const at = this.now()
    // After a sleep what the browser kept of before may come ahead of any timer: it says nothing of the server now.
    if (this.sleptThrough(at)) {
      this.beginAgain(at)
      return
    }
    this.watch.noteHeard(at, board)
    this.ledger.note({ kind: 'heard' })
  }

  private handleSent({ kind, bytes: { byteLength }, stretch }: DocumentFrame): void {
    this.watch.handshake.noteSent(this.now(), byteLength)
    this.partSize.noteSent(byteLength)
    this.unsent.noteSent(kind, stretch)
    this.ledger.note({ kind: 'sent', frame: kind, isStretch: stretch !== null })
  }

  private handleSynced(): void {
    this.path.notePassed()
    this.ledger.note({ kind: 'received' })
    this.updateReady()
    this.updateHandshake()
  }

  /** In is who was greeted on this connection, has the whole board, and knows what she has stored, or sends nothing. */
  private updateHandshake(): void {
    const { proven, isAhead } = this.ledger.facts
    if (this.isGreeted && this.provider.synced && (proven || isAhead)) this.watch.handshake.finish()
  }

  private handleDurable(frames: number): void {
    if (frames > this.ledger.facts.durable) this.watch.handshake.noteStep(this.now())
    this.partSize.noteStored(frames - this.ledger.facts.durable)
    this.unsent.noteStored(frames)
    this.ledger.note({ kind: 'durable', frames })
    if (!this.ledger.hasUnsavedEdits) this.device.noteChanged(false)
    this.updateHandshake()
  }

  private handleMessage(message: ServerMessage): void {
    switch (message.type) {
      case 'hello':
        this.handleHello(message.hello)
        break
      case 'durable':
        this.handleDurable(message.durable.frames)
        break
      case 'reject':
        this.rejectedNow = message.reject
        break
      case 'state':
        this.ledger.note({ kind: 'room', state: message.state })
        this.welcome.updateMe(message.state.readOnly)
        this.damagedCell.set(message.state.damaged === true)
        break
      case 'event':
        this.news.take(message.event)
        break
      case 'presence':
        this.people.take(message.presence)
        break
    }
  }

  private handleHello(hello: Hello): void {
    const problem = this.welcome.accept(hello)
    const { isAhead } = this.welcome
    // Somebody whose right was taken while she worked: her work would be refused, so it is not even sent (F92).
    const mayNot = !hello.mayEdit && !isAhead && this.ledger.hasUnsavedEdits
    const end = problem ?? (mayNot ? 'forbidden' : null)
    if (end !== null) this.end(end)
    else {
      this.isGreeted = true
      // Before the server asks what this tab has, which is its next message.
      this.line.holdsBack = isAhead
      this.watch.handshake.noteStep(this.now())
      this.line.frameBytes = hello.limits.frameBytes
      this.ledger.note({ kind: 'welcomed', mayEdit: hello.mayEdit, isAhead })
      this.welcome.updateMe(this.ledger.facts.room.readOnly)
      this.updateReady()
      this.updateHandshake()
    }
  }

  private updateReady(): void {
    if (this.provider.synced && this.hello.get() !== null && this.board.schemaVersion !== null) this.readyCell.set(true)
  }

  private readonly handleUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider) return
    if (!this.line.carriesEdits) this.ledger.note({ kind: 'kept' })
    this.device.noteChanged(!this.line.carriesEdits)
  }

  /** Ends this document by our own decision, as if the server had closed with this reason. */
  private end(reason: CloseReason): void {
    this.ledger.write({ kind: 'closed', reason, final: true })
    this.over = true
    this.line.close()
    this.plan.cancel()
    // Told last: whoever hears of it may write, and nothing of this document may go out any more.
    this.ledger.look()
  }

  private tick(): void {
    const at = this.now()
    const napped = at - this.tickedAt > NAP_MS
    this.tickedAt = at
    this.ledger.look(at)
    if (!this.line.isBusy) return
    // Timers of a page that nobody looks at may run once a minute: it asks then, and is not torn off each time.
    const trust = this.watch.trust(at, this.ledger.facts, napped && isPageHidden())
    if (trust === 'dead' && napped) this.beginAgain(at)
    else if (trust === 'dead') this.line.close()
    else if (trust === 'ask' || napped) this.ask()
  }

  /** Whether this page, which somebody looks at, was silent for so long that it cannot have been awake. */
  private sleptThrough(at: number): boolean {
    const { link, heardAt } = this.ledger.facts
    return link === 'open' && at - heardAt > SILENCE_LIMIT_MS && !isPageHidden()
  }

  /** Gives up the connection of before a sleep, and makes one at once. */
  private beginAgain(at: number): void {
    this.ledger.look(at)
    this.line.close()
    this.connect()
  }

  /** Asks the server for a sign of life; `tick` looks whether it came. */
  private ask(): void {
    if (!this.watch.isAsking && this.line.ask()) this.watch.noteAsked(this.now())
  }

  private readonly handleShown = (): void => {
    // A sleeping page has no timers: what the label says is looked at before anything else.
    this.tick()
    this.connect()
  }
}
