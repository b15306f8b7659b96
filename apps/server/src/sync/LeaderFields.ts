import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { isForLeaders, leaderFactsOf } from '@samenreis/model/document/leaderFields'
import { recordFields } from './recordFields.ts'

/** Records that were taken away and are remembered for an undo; past it the oldest are forgotten. */
const REMEMBERED = 2000

/**
 * What who leads filled in of every record, as it was before the change that is being judged: the document itself only knows how
 * it is after it. Kept up by what each change touched.
 */
export class LeaderFields {
  readonly #facts = new Map<string, string>()
  /** Of records that are gone: who takes one away may bring it back as it was. Oldest first. */
  readonly #removed = new Map<string, string>()

  constructor(board: BoardDocument) {
    this.note(board, board.records.keys())
  }

  /** The record in which a change, which is in the board and not yet noted here, filled in what is not its author's; null = none. */
  changedBy(board: BoardDocument, touched: ReadonlySet<string>): string | null {
    for (const id of touched) {
      const before = this.#facts.get(id) ?? null
      if (isForLeaders(before, this.#removed.get(id) ?? null, recordFields(board, id))) return id
    }
    return null
  }

  /** The change that touched these records was taken. */
  note(board: BoardDocument, touched: Iterable<string>): void {
    for (const id of touched) {
      const field = recordFields(board, id)
      const facts = field === null ? null : leaderFactsOf(field)
      if (field === null) this.#remember(id)
      else this.#removed.delete(id)
      if (facts === null) this.#facts.delete(id)
      else this.#facts.set(id, facts)
    }
  }

  #remember(id: string): void {
    const facts = this.#facts.get(id)
    if (facts === undefined) return
    this.#removed.delete(id)
    this.#removed.set(id, facts)
    const [oldest] = this.#removed.keys()
    if (this.#removed.size > REMEMBERED && oldest !== undefined) this.#removed.delete(oldest)
  }
}
