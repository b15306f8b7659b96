import type { Participant } from '@samenreis/model/api/participant'
import type { Room } from '@samenreis/model/api/rooms'
import type { RoomEvent } from '@samenreis/model/protocol/messages'
import { Cell } from './Watchable.ts'

/** What the facilitator can change of a session while people are in it. */
export type RoomSettings = Pick<Room, 'title' | 'question' | 'localCopies'>

/** How full a board is, in percent, and of what there is most: cards, or what was on it before. */
export interface Fullness {
  readonly percent: number
  readonly by: 'cards' | 'history'
}

/** What the server tells about the room beside its document: each kind of event, as it last came. */
export class RoomNews {
  /** Everyone who takes part, in the order in which they came. */
  readonly roster = new Cell<readonly Participant[]>([])
  /** Records that were set aside; told to facilitators. */
  readonly quarantinedIds = new Cell<readonly string[]>([])
  /** How full the board is; null = there is room. Told to facilitators. */
  readonly fullness = new Cell<Fullness | null>(null)
  /** Rises when votes or rounds changed. */
  readonly votesVersion = new Cell(0)
  /** Rises when a round of guessing opened, came further or ended. */
  readonly guessVersion = new Cell(0)

  /** What the facilitator made of the session since this page was opened; null until then. */
  readonly room = new Cell<RoomSettings | null>(null)

  take(event: RoomEvent): void {
    if (event.kind === 'roster') this.roster.set(event.participants)
    if (event.kind === 'quarantined') this.quarantinedIds.set(event.ids)
    if (event.kind === 'fullness') {
      const { percent, by = 'cards' } = event
      this.fullness.set(percent === null ? null : { percent, by })
    }
    if (event.kind === 'room') {
      const { title, question, localCopies } = event
      this.room.set({ title, question, localCopies })
    }
    if (event.kind === 'guess') this.guessVersion.set(this.guessVersion.get() + 1)
    if (event.kind === 'votes') this.votesVersion.set(this.votesVersion.get() + 1)
  }
}
