import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Participant } from '@samenreis/model/api/participant'
import type { Room } from '@samenreis/model/api/rooms'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { closeCodes, closeReasonOf, type CloseReason } from '@samenreis/model/protocol/closeCodes'
import type { Hello, Reject, ServerMessage } from '@samenreis/model/protocol/messages'
import { longestWait, type ConnectionState } from './connectionState.ts'
import { LeaveWarning } from './LeaveWarning.ts'
import { onPageWake } from './pageWake.ts'
import { ReconnectPlan } from './ReconnectPlan.ts'
import { ofThisPage, type RoomConnectionOptions } from './RoomConnectionOptions.ts'
import { RoomLine } from './RoomLine.ts'
import { RoomPeople } from './RoomPeople.ts'
import { RoomNews } from './RoomNews.ts'
import { SaveLedger } from './SaveLedger.ts'
import { SilenceProbe } from './SilenceProbe.ts'
import { UnsentTexts, type UnsentText } from './UnsentTexts.ts'
import { Cell, type Watchable } from './Watchable.ts'
import { Welcome, type Me } from './Welcome.ts'

/** How often the clock is looked at, in ms: for the label, the silence and the leave warning. */
const TICK_MS = 1_000

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
  /** Name and question of the session since it was named anew while this page was open; null until then. */
  readonly name: Watchable<Pick<Room, 'title' | 'question'> | null> = this.news.name
  /** Rises when votes or rounds changed: read the extraction again. */
  readonly votesVersion: Watchable<number> = this.news.votesVersion
  /** Rises when a round of guessing opened, came further or ended: read it again. */
  readonly guessVersion: Watchable<number> = this.news.guessVersion
  private readonly readyCell = new Cell(false)
  /** true once the whole board was received: only then may a `StoreBinding` connect or a form be shown. Stays true. */
  readonly ready: Watchable<boolean> = this.readyCell
  /** What the server refused last on this connection, or null. A state `refused` or `reset` follows it. */
  private rejected: Reject | null = null
  private readonly now: () => number
  private readonly line: RoomLine
  private readonly ledger: SaveLedger
  private readonly plan: ReconnectPlan
  private readonly probe = new SilenceProbe()
  private readonly unsent: UnsentTexts
  private readonly leaveWarning = new LeaveWarning()
  private readonly ticker: ReturnType<typeof setInterval>
  private readonly stopWaking: () => void
  private over = false

  constructor(options: RoomConnectionOptions) {
    const { roomId, now, random, ...line } = ofThisPage(options)
    this.roomId = roomId
    this.now = now
    this.plan = new ReconnectPlan({ connect: this.connect, random })
    this.ledger = new SaveLedger({ now: this.now, looked: this.handleLook })
    this.line = new RoomLine(
      { roomId, doc: this.board.doc, ...line },
      {
        handleOpen: () => this.handleOpen(),
        handleClose: (code) => this.handleClose(code),
        handleSynced: () => this.updateReady(),
        handleMessage: (message) => this.handleMessage(message),
        handleSent: (frame) => this.ledger.note({ kind: 'sent', frame }),
        handleHeard: () => this.handleHeard(),
      },
    )
    this.state = this.ledger.state
    this.provider = this.line.provider
    this.people = new RoomPeople((frame) => this.line.send(frame))
    this.unsent = new UnsentTexts(this.board, this.provider)
    this.board.doc.on('update', this.handleUpdate)
    this.ticker = setInterval(() => this.tick(), TICK_MS)
    this.stopWaking = onPageWake({ shown: this.handleShown, online: this.connect })
  }

  /** Starts connecting and goes on trying. While a connection is open it is checked at once; while one is waited for, tried now. */
  readonly connect = (): void => {
    if (this.over || this.ledger.facts.end !== null) return
    if (this.line.isBusy) {
      this.ask()
      return
    }
    this.plan.cancel()
    this.line.open()
  }

  /** Ends the connection for good and frees everything. The document stays readable. */
  destroy(): void {
    this.over = true
    this.plan.cancel()
    clearInterval(this.ticker)
    this.stopWaking()
    this.board.doc.off('update', this.handleUpdate)
    this.unsent.stop()
    this.leaveWarning.end()
    this.line.destroy()
  }

  /** Counts work as unsaved while it is not even in the document (`StoreBinding.pending`). Returns what ends it. */
  followPending(pending: Watchable<boolean>): () => void {
    const note = (): void => this.ledger.note({ kind: 'pending', pending: pending.get() })
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

  /** Texts that this tab changed since everything was stored the last time, as they stand here. */
  unsentTexts(): readonly UnsentText[] {
    return this.unsent.list()
  }

  private readonly handleLook = (state: ConnectionState): void => {
    if (state.kind === 'saved') this.unsent.clear()
    this.leaveWarning.set(this.hasUnsavedWork())
  }

  private handleOpen(): void {
    this.plan.noteOpened(this.now())
    this.rejected = null
    this.ledger.note({ kind: 'opened' })
    this.people.handleOpen()
  }

  private handleClose(code: number | null): void {
    this.people.handleClose()
    if (this.ledger.facts.end !== null) return
    const reason = code === null ? null : closeReasonOf(code)
    const refused = this.rejected?.reason ?? reason
    const final = this.over || (refused !== null && !closeCodes[refused].retry)
    const { restartingInMs } = this.ledger.facts.room
    this.plan.noteClosed(this.now())
    this.ledger.note({ kind: 'closed', reason: refused, final })
    if (!final) this.plan.tryAgain(reason, restartingInMs)
  }

  private handleHeard(): void {
    this.probe.noteHeard()
    this.ledger.note({ kind: 'heard' })
  }

  private handleMessage(message: ServerMessage): void {
    switch (message.type) {
      case 'hello':
        this.handleHello(message.hello)
        break
      case 'durable':
        this.ledger.note({ kind: 'durable', frames: message.durable.frames })
        break
      case 'reject':
        this.rejected = message.reject
        break
      case 'state':
        this.ledger.note({ kind: 'room', state: message.state })
        this.welcome.updateMe(message.state.readOnly)
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
    const end = this.welcome.accept(hello)
    if (end !== null) this.end(end)
    else {
      this.ledger.note({ kind: 'welcomed', mayEdit: hello.mayEdit })
      this.welcome.updateMe(this.ledger.facts.room.readOnly)
      this.updateReady()
    }
  }

  private updateReady(): void {
    if (this.provider.synced && this.hello.get() !== null && this.board.schemaVersion !== null) this.readyCell.set(true)
  }

  private readonly handleUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin !== this.provider && !this.line.isOpen) this.ledger.note({ kind: 'kept' })
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
    const { facts } = this.ledger
    this.ledger.look(at)
    if (facts.link !== 'open' || !this.line.isBusy) return
    const trust = this.probe.trust(at, {
      silentMs: at - facts.heardAt,
      unacknowledgedMs: longestWait(facts, at),
    })
    if (trust === 'dead') this.line.close()
    else if (trust === 'ask') this.ask()
  }

  /** Asks the server for a sign of life; `tick` looks whether it came. */
  private ask(): void {
    if (!this.probe.isOut && this.line.ask()) this.probe.noteAsked(this.now())
  }

  private readonly handleShown = (): void => {
    // A sleeping page has no timers: what the label says is looked at before anything else.
    this.tick()
    this.connect()
  }
}
