import { z } from 'zod'
import { RoomId } from '@samenreis/model/ids/roomId'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { Cell, type Watchable } from '../../sync/Watchable.ts'
import { InsightView } from './InsightView.ts'

const STORAGE_KEY = 'samenreis.insight'

/** Where somebody is in "Wat zien we?": which view, of which journeys. */
const Place = z.object({
  isOpen: z.boolean(),
  /** null = the list of views. */
  view: InsightView.nullable(),
  /** The journey that she chose; null = the one that is offered first. It may be gone. */
  journeyId: ShapeId.nullable(),
  /** The journey that it is compared with; null = the one that is offered first. */
  otherId: ShapeId.nullable(),
})
export type Place = z.infer<typeof Place>

/** The place, and whether it makes way for the board. */
export interface InsightState extends Place {
  /** The sheet is open but out of sight, because the board or a card needs the room. Only where both do not fit. */
  readonly isFolded: boolean
}

/** What a browser's `sessionStorage` must do for us; a switched-off one throws, and then the place lives as long as the board. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>

const atFirst: InsightState = { isOpen: false, view: null, journeyId: null, otherId: null, isFolded: false }

/** Where somebody is in "Wat zien we?" of one session. Survives the way to another page and back, in this tab alone. */
export class InsightPlace {
  private readonly roomId: RoomId
  private readonly shelf: Shelf
  private readonly cell: Cell<InsightState>
  readonly state: Watchable<InsightState>

  constructor(roomId: RoomId, shelf: Shelf) {
    this.roomId = roomId
    this.shelf = shelf
    this.cell = new Cell({ ...atFirst, ...read(shelf, roomId) })
    this.state = this.cell
  }

  readonly open = (): void => this.change({ isOpen: true, isFolded: false })

  readonly close = (): void => this.change({ isOpen: false, isFolded: false })

  /** Makes way, and comes back with `open`. Nothing while it is not open. */
  readonly fold = (): void => {
    if (this.cell.get().isOpen) this.change({ isFolded: true })
  }

  readonly show = (view: InsightView | null): void => this.change({ view })

  readonly chooseJourney = (journeyId: ShapeId): void => this.change({ journeyId })

  readonly compareWith = (otherId: ShapeId): void => this.change({ otherId })

  private change(change: Partial<InsightState>): void {
    const before = this.cell.get()
    const next = { ...before, ...change }
    if ((Object.keys(change) as (keyof InsightState)[]).every((key) => before[key] === next[key])) return
    this.cell.set(next)
    const { isFolded: _isFolded, ...place } = next
    try {
      this.shelf.setItem(STORAGE_KEY, JSON.stringify({ roomId: this.roomId, ...place }))
    } catch {
      // Switched off or full: the place lives as long as the board.
    }
  }
}

/** What is stored for this session; nothing when it is of another one or does not hold. */
function read(shelf: Shelf, roomId: RoomId): Partial<Place> {
  try {
    const stored: unknown = JSON.parse(shelf.getItem(STORAGE_KEY) ?? 'null')
    const place = Place.extend({ roomId: RoomId }).safeParse(stored)
    if (!place.success || place.data.roomId !== roomId) return {}
    const { roomId: _roomId, ...rest } = place.data
    return rest
  } catch {
    return {}
  }
}
