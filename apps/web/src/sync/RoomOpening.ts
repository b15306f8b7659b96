import * as Y from 'yjs'
import { isForLeaders, type ForLeaders } from './connectionState.ts'
import { otherWork } from './otherWork.ts'
import { RoomConnection } from './RoomConnection.ts'
import type { RoomConnectionOptions } from './RoomConnectionOptions.ts'
import type { UnsentText } from './UnsentTexts.ts'
import { Cell, type Watchable } from './Watchable.ts'

/** How often in a row work is brought over. More often something here and the server do not agree: then only the words are shown. */
const MOST_IN_A_ROW = 3

/** What this person did last did not come onto the board, and she goes on by herself in the board that is. */
export interface TurnedBack {
  /**
   * `journey-locked`: a journey was locked while she changed it; her last change of it was taken back, and nothing else.
   * `leader-only`: she filled in what only who leads fills in; it was taken back, and nothing else.
   * `epoch-changed`: the board was made anew; what the server had not taken by then is not on it (reliability.md F02).
   */
  readonly why: ForLeaders | 'epoch-changed'
  /** Texts of hers that were meant for the board and are stored nowhere. */
  readonly unsent: readonly UnsentText[]
}

/** Keeps a room open for as long as somebody watches: the first watcher opens it, the last one's going ends it. */
export class RoomOpening implements Watchable<RoomConnection | null> {
  private readonly options: RoomConnectionOptions
  private readonly cell = new Cell<RoomConnection | null>(null)
  private readonly turnedBackCell = new Cell<TurnedBack | null>(null)
  /** The latest time that something was turned back; null = none yet. A new object each time. */
  readonly turnedBack: Watchable<TurnedBack | null> = this.turnedBackCell
  private watchers = 0
  /** Documents that were refused for what only who leads may do, since one was stored. */
  private inARow = 0

  constructor(options: RoomConnectionOptions) {
    this.options = options
  }

  readonly get = (): RoomConnection | null => this.cell.get()

  readonly subscribe = (listener: () => void): (() => void) => {
    const unsubscribe = this.cell.subscribe(listener)
    this.watchers += 1
    if (this.watchers === 1) this.open()
    return () => {
      unsubscribe()
      this.watchers -= 1
      if (this.watchers === 0) this.close()
    }
  }

  /** Throws the document away and begins anew: after the state `reset`, or when the person asks for it. */
  readonly reopen = (): void => {
    if (this.watchers === 0) return
    this.close()
    this.open()
  }

  private open(): RoomConnection {
    const connection = new RoomConnection(this.options)
    connection.state.subscribe(() => {
      const state = connection.state.get()
      if (state.kind === 'saved') this.inARow = 0
      // After the socket's own farewell: it is still being told that it ended.
      if (state.kind !== 'reset') return
      const { reason } = state
      if (isForLeaders(reason)) queueMicrotask(() => this.goOn(connection, reason))
      if (reason === 'epoch-changed') queueMicrotask(() => this.beginAnew(connection))
    })
    connection.connect()
    this.cell.set(connection)
    return connection
  }

  /**
   * The facilitator locked a journey while this person changed it, and the lock reached the server first; or she no longer leads.
   * Begins anew with the server's board, and brings over everything that she did elsewhere and that was refused with it.
   */
  private goOn(refused: RoomConnection, why: ForLeaders): void {
    if (this.watchers === 0 || this.cell.get() !== refused) return
    const unsent = refused.unsentTexts()
    this.inARow += 1
    const mayBringOver = this.inARow <= MOST_IN_A_ROW
    this.close()
    const next = this.open()
    const bringOver = (): void => {
      stop()
      const { update, left } = mayBringOver
        ? otherWork(refused.board.doc, next.board)
        : { update: null, left: new Set<string>() }
      if (update !== null) Y.applyUpdate(next.board.doc, update, this)
      this.turnedBackCell.set({
        why,
        unsent: update === null ? unsent : unsent.filter(({ recordId }) => left.has(recordId)),
      })
    }
    const stop = next.ready.subscribe(bringOver)
  }

  /**
   * The board is another one now. Nothing of the old document goes into it: what is the same there was written anew, and would come
   * twice. The words that the server did not take are shown.
   */
  private beginAnew(old: RoomConnection): void {
    if (this.watchers === 0 || this.cell.get() !== old) return
    const unsent = old.unsentTexts()
    this.close()
    this.open()
    this.turnedBackCell.set({ why: 'epoch-changed', unsent })
  }

  private close(): void {
    this.cell.get()?.destroy()
    this.cell.set(null)
  }
}
