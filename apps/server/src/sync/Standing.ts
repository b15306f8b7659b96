import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import * as Y from 'yjs'

/** Fields that say where a record stands and what it holds on to. */
const standingFields = ['parentId', 'index', 'fromId', 'toId'] as const

/**
 * Notices changes that may leave a board in which valid records do not go together (reliability.md F13): something came, went, or
 * stands elsewhere. Typing and dragging within one parent, which is nearly all that happens, costs a look at four fields and no more.
 */
export class Standing {
  readonly #of = new Map<string, string>()
  /** Nobody knows yet how the board was left. */
  #isDue = true

  constructor(board: BoardDocument) {
    this.note(board, board.records.keys())
  }

  /** Whether the board is to be looked at. */
  get isDue(): boolean {
    return this.#isDue
  }

  /** The change that touched these records was taken. */
  note(board: BoardDocument, touched: Iterable<string>): void {
    for (const id of touched) {
      const fields: unknown = board.records.get(id)
      const standing = fields instanceof Y.Map ? standingFields.map((name) => String(fields.get(name))).join(' ') : null
      if (standing === (this.#of.get(id) ?? null)) continue
      this.#isDue = true
      if (standing === null) this.#of.delete(id)
      else this.#of.set(id, standing)
    }
  }

  /** The board was looked at, as it is now. */
  settled(): void {
    this.#isDue = false
  }
}
