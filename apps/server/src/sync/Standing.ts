import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { recordFields } from './recordFields.ts'

/** Fields that say where a record stands and what it holds on to. */
const standingFields = ['parentId', 'index', 'fromId', 'toId'] as const

/**
 * Which records a board has and where they stand, as it was before the change that is being judged: kept up by what each change
 * touched, because counting a shared map walks over all of it.
 *
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

  /** How many records the board has. */
  get size(): number {
    return this.#of.size
  }

  has(id: string): boolean {
    return this.#of.has(id)
  }

  /** How many it has with a change that touched these records, is in the board and not yet noted here. */
  sizeWith(board: BoardDocument, touched: Iterable<string>): number {
    let size = this.#of.size
    for (const id of touched) size += Number(recordFields(board, id) !== null) - Number(this.#of.has(id))
    return size
  }

  /** Whether the board is to be looked at. */
  get isDue(): boolean {
    return this.#isDue
  }

  /** The change that touched these records was taken. */
  note(board: BoardDocument, touched: Iterable<string>): void {
    for (const id of touched) {
      const field = recordFields(board, id)
      const standing = field === null ? null : standingFields.map((name) => textOf(field(name))).join(' ')
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

/** Of any value: a record that holds to no schema may have one that cannot be made a text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value
}
