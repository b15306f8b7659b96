import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { lockedJourneyTouched, lockFactsOf, type LockFacts } from '@samenreis/model/journey/lock'
import { recordFields } from './recordFields.ts'

/**
 * Where every record of a board stands, and which journeys are locked, as it was before the change that is being judged: the
 * document itself only knows how it is after it. Kept up by what each change touched, so an update costs the records that it
 * touches and their parents, and next to nothing while no journey is locked.
 */
export class LockedJourneys {
  readonly #facts = new Map<string, LockFacts>()
  #locked = 0

  constructor(board: BoardDocument) {
    this.note(board, board.records.keys())
  }

  /** The locked journey that a change touched which is in the board and not yet noted here; null = none. */
  touchedBy(board: BoardDocument, touched: ReadonlySet<string>): string | null {
    if (this.#locked === 0 && ![...touched].some((id) => factsIn(board, id)?.locks === true)) return null
    return lockedJourneyTouched(
      touched,
      (id) => this.#facts.get(id),
      (id) => factsIn(board, id),
    )
  }

  /** The change that touched these records was taken. */
  note(board: BoardDocument, touched: Iterable<string>): void {
    for (const id of touched) {
      const facts = factsIn(board, id)
      if (this.#facts.get(id)?.locks === true) this.#locked -= 1
      if (facts?.locks === true) this.#locked += 1
      if (facts === undefined) this.#facts.delete(id)
      else this.#facts.set(id, facts)
    }
  }
}

function factsIn(board: BoardDocument, id: string): LockFacts | undefined {
  const field = recordFields(board, id)
  return field === null ? undefined : lockFactsOf(id, field)
}
