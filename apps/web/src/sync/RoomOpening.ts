import * as Y from 'yjs'
import { FULL_BOARD, type Reject } from '@samenreis/model/protocol/messages'
import { restoreCopies } from './device/restoreCopies.ts'
import type { CopyShelf } from './device/DeviceStore.ts'
import { UnstoredMark, type Unstored } from './device/UnstoredMark.ts'
import { carriedOver, mayComeAlong } from './carriedOver.ts'
import type { ResetReason } from './connectionState.ts'
import { RoomConnection } from './RoomConnection.ts'
import { shelfOf, type RoomConnectionOptions } from './RoomConnectionOptions.ts'
import type { UnsentText } from './UnsentTexts.ts'
import { Cell, type Watchable } from './Watchable.ts'

/** How often in a row work is brought over. More often something here and the server do not agree: then only the words are shown. */
const MOST_IN_A_ROW = 3
/** Documents that may be given up in `RESETS_MS`. More and it goes on for ever: then the person decides. */
const MOST_RESETS = 6
const RESETS_MS = 60_000

/** What this person did last did not come onto the board, and she goes on by herself in the board that is. */
export interface TurnedBack {
  /** Each has its sentence on screen. */
  readonly why: ResetReason | 'full-board'
  /** Texts of hers that were meant for the board and are stored nowhere. */
  readonly unsent: readonly UnsentText[]
}

/** What became of work that an earlier visit of this tab or device left unstored (reliability.md F94). */
export interface Aftermath {
  /** `gone`: nobody has it. */
  readonly kind: 'restored' | 'gone'
  readonly count: number
  /** When the first of it was made, in ms since 1970. */
  readonly since: number
}

/** Keeps a room open for as long as somebody watches: the first watcher opens it, the last one's going ends it. */
export class RoomOpening implements Watchable<RoomConnection | null> {
  private readonly options: RoomConnectionOptions
  private readonly cell = new Cell<RoomConnection | null>(null)
  private readonly turnedBackCell = new Cell<TurnedBack | null>(null)
  /** The latest time that something was turned back; null = none yet. A new object each time. */
  readonly turnedBack: Watchable<TurnedBack | null> = this.turnedBackCell
  private readonly aftermathCell = new Cell<Aftermath | null>(null)
  /** What became of what was left unstored before this page was loaded; null = nothing was. */
  readonly aftermath: Watchable<Aftermath | null> = this.aftermathCell
  private readonly stuckCell = new Cell(false)
  /** Whether document after document was refused: nothing is tried any more before `reopen`. */
  readonly stuck: Watchable<boolean> = this.stuckCell
  private watchers = 0
  /** Documents that were given up since one was stored. */
  private inARow = 0
  /** When documents were given up lately, in ms of a clock that never jumps. */
  private resets: number[] = []

  constructor(options: RoomConnectionOptions) {
    this.options = options
  }

  readonly get = (): RoomConnection | null => this.cell.get()

  readonly subscribe = (listener: () => void): (() => void) => {
    const unsubscribe = this.cell.subscribe(listener)
    this.watchers += 1
    if (this.watchers === 1) this.begin()
    return () => {
      unsubscribe()
      this.watchers -= 1
      if (this.watchers === 0) this.close()
    }
  }

  /** Throws the document away and begins anew: after the state `reset`, or when the person asks for it. */
  readonly reopen = (): void => {
    if (this.watchers === 0) return
    this.resets = []
    this.stuckCell.set(false)
    this.close()
    this.open()
  }

  /** The first opening of this page: what was left behind before it is looked for. */
  private begin(): void {
    // Read before there is a connection, whose look at itself takes the mark away.
    const mark = new UnstoredMark(this.options.roomId).read()
    const connection = this.open()
    const shelf = shelfOf(this.options)
    const stops: (() => void)[] = []
    const look = (): void => {
      if (!connection.ready.get() || connection.isAhead) return
      for (const stop of stops) stop()
      void this.restore(connection, shelf, mark)
    }
    // A page that is newer than the board puts nothing on it, and waits with this until it may.
    stops.push(connection.ready.subscribe(look), connection.hello.subscribe(look))
  }

  private async restore(connection: RoomConnection, shelf: CopyShelf, mark: Unstored | null): Promise<void> {
    const restored = await restoreCopies(connection, shelf).catch(() => null)
    if (restored === null) {
      if (mark !== null) this.aftermathCell.set({ kind: 'gone', ...mark })
      return
    }
    const { count, since, strandedTexts, clear } = restored
    if (strandedTexts.length > 0) this.turnedBackCell.set({ why: 'epoch-changed', unsent: strandedTexts })
    if (count === 0) {
      clear()
      return
    }
    this.aftermathCell.set({ kind: 'restored', count, since })
    const stop = connection.state.subscribe(() => {
      const { kind } = connection.state.get()
      if (kind !== 'saved' && kind !== 'reset' && kind !== 'refused') return
      stop()
      clear()
    })
  }

  private open(): RoomConnection {
    const connection = new RoomConnection(this.options)
    connection.state.subscribe(() => {
      const state = connection.state.get()
      if (state.kind === 'saved') this.inARow = 0
      // What stands on the device is of a board, or of a right, that is no more.
      const isOver = state.kind === 'refused' || (state.kind === 'reset' && state.reason === 'epoch-changed')
      if (isOver && state.reason !== 'client-too-old')
        shelfOf(this.options)
          .wipe(connection.roomId)
          .catch(() => undefined)
      // After the socket's own farewell: it is still being told that it ended.
      if (state.kind === 'reset') queueMicrotask(() => this.goOn(connection, state.reason))
    })
    connection.connect()
    this.cell.set(connection)
    return connection
  }

  /**
   * The document of this tab is not the board's any more: something in it was refused, or the board was made anew. Begins anew with
   * the server's board, brings over what may come along, and tells what did not.
   */
  private goOn(refused: RoomConnection, why: ResetReason): void {
    if (this.watchers === 0 || this.cell.get() !== refused) return
    const now = performance.now()
    this.resets = [...this.resets.filter((at) => now - at < RESETS_MS), now]
    if (this.resets.length > MOST_RESETS) {
      this.stuckCell.set(true)
      return
    }
    const unsent = refused.unsentTexts()
    const told = isOfFullBoard(refused.rejected) ? 'full-board' : why
    this.inARow += 1
    const mayBringOver = this.inARow <= MOST_IN_A_ROW
    this.close()
    const next = this.open()
    const bringOver = (): void => {
      stop()
      const { update, left } = carriedOver(why, refused, next.board)
      if (update !== null) Y.applyUpdate(next.board.doc, update, this)
      const lost = update === null ? unsent : unsent.filter(({ recordId }) => left.has(recordId))
      // Nobody has to hear of a document that was given up and lost nothing.
      if (why !== 'resync' || lost.length > 0) this.turnedBackCell.set({ why: told, unsent: lost })
    }
    const stop = mayBringOver && mayComeAlong(why) ? next.ready.subscribe(bringOver) : () => undefined
    if (!mayBringOver || !mayComeAlong(why)) this.turnedBackCell.set({ why: told, unsent })
  }

  private close(): void {
    this.cell.get()?.destroy()
    this.cell.set(null)
  }
}

/** Whether what was refused is right, and there is only no room for it. */
function isOfFullBoard(rejected: Reject | null): boolean {
  return rejected?.detail.startsWith(FULL_BOARD) ?? false
}
