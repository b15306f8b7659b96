import { Crowd, type CrowdChange, type Present } from '@samenreis/model/protocol/Crowd'
import { encodeMove } from '@samenreis/model/protocol/messages'
import type { Presence } from '@samenreis/model/protocol/presence'
import { presenceChange, type PresenceNews } from '@samenreis/model/protocol/presenceFrames'
import { presenceIntervalMs } from '@samenreis/model/protocol/presenceInterval'

/** Who is in the room and shows what, as the server tells it; and what this tab shows of its person. */
export class RoomPeople {
  private readonly crowd = new Crowd()
  private readonly listeners = new Set<(change: CrowdChange) => void>()
  private readonly send: (frame: Uint8Array<ArrayBuffer>) => void
  private interval = presenceIntervalMs(1)
  private shown: Presence | null = null

  /** @param send hands a frame to the server; passes it over while there is no line */
  constructor(send: (frame: Uint8Array<ArrayBuffer>) => void) {
    this.send = send
  }

  /** Shortest time between two calls of `show`, in milliseconds, as the server last told. */
  get intervalMs(): number {
    return this.interval
  }

  /** Everybody by the number of his connection, this tab's own included. */
  get present(): ReadonlyMap<number, Present> {
    return this.crowd.present
  }

  /** What this tab shows of its person; null = nothing. */
  get own(): Presence | null {
    return this.shown
  }

  /** Shows the others this, or with null nothing any more. Only what changed is sent. */
  show(presence: Presence | null): void {
    const before = this.shown
    this.shown = presence
    if (presence === null) {
      if (before !== null) this.send(encodeMove(null))
      return
    }
    const change = presenceChange(before ?? {}, presence)
    if (change !== null) this.send(encodeMove(change))
  }

  /** The server knows nothing of this tab on a new line: what it shows is told whole. */
  handleOpen(): void {
    const change = this.shown === null ? null : presenceChange({}, this.shown)
    if (change !== null) this.send(encodeMove(change))
  }

  /** What was heard on a line that ended counts no more. */
  handleClose(): void {
    this.tell(this.crowd.clear())
  }

  take(news: PresenceNews): void {
    this.interval = news.intervalMs
    this.tell(this.crowd.take(news))
  }

  /** Calls `listener` after each change. Returns what ends it. */
  subscribe(listener: (change: CrowdChange) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  private tell(change: CrowdChange): void {
    if (change.shown.size === 0 && change.gone.size === 0) return
    for (const listener of this.listeners) listener(change)
  }
}
