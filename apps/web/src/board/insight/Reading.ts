import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { DerivedViews } from '@samenreis/model/journey/views/DerivedViews'
import { journeyList } from '@samenreis/model/journey/views/journeyList'
import { JourneyChoices, type JourneyChoice } from './JourneyChoices.ts'
import { LiveSnapshot, type Later } from './LiveSnapshot.ts'

/** What the board tells, read live from its document for as long as it is started. */
export class Reading {
  /** The records, for the words of what the views name. */
  readonly live: LiveSnapshot
  readonly views: DerivedViews
  private readonly choices = new JourneyChoices()

  constructor(board: BoardDocument, later?: Later) {
    this.live = new LiveSnapshot(board, later)
    this.views = new DerivedViews(this.live.get().records.values())
    this.live.changes.subscribe((changes) => this.views.apply(changes))
  }

  /** Follows the document. Returns what ends it. */
  readonly start = (): (() => void) => this.live.subscribe(() => undefined)

  /** The journeys to choose from. The same list as long as it says the same. */
  readonly journeys = (): readonly JourneyChoice[] => this.choices.read(this.views.read(journeyList), this.live.get())
}
