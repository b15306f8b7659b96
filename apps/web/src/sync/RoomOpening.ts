import type { RoomId } from '@samenreis/model/ids/roomId'
import { RoomConnection } from './RoomConnection.ts'
import { Cell, type Watchable } from './Watchable.ts'

/** Keeps a room open for as long as somebody watches: the first watcher opens it, the last one's going ends it. */
export class RoomOpening implements Watchable<RoomConnection | null> {
  private readonly roomId: RoomId
  private readonly cell = new Cell<RoomConnection | null>(null)
  private watchers = 0

  constructor(roomId: RoomId) {
    this.roomId = roomId
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

  private open(): void {
    const connection = new RoomConnection({ roomId: this.roomId })
    connection.connect()
    this.cell.set(connection)
  }

  private close(): void {
    this.cell.get()?.destroy()
    this.cell.set(null)
  }
}
