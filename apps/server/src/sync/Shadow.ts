import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { LargeValues } from './LargeValues.ts'
import { LeaderFields } from './LeaderFields.ts'
import type { SyncLimits } from './limits.ts'
import { LockedJourneys } from './LockedJourneys.ts'
import { Standing } from './Standing.ts'

/**
 * The board with everything that was accepted, stored or not, on which the next change is tried; and what must be known of it as it was
 * before that change. Changes that were taken are noted; after one that was not, the board is put back.
 */
export class Shadow {
  readonly locked: LockedJourneys
  readonly led: LeaderFields
  readonly standing: Standing
  readonly values: LargeValues
  #board: BoardDocument

  constructor(board: BoardDocument, { valuePartsPerRecord }: Pick<SyncLimits, 'valuePartsPerRecord'>) {
    this.#board = board
    this.locked = new LockedJourneys(board)
    this.led = new LeaderFields(board)
    this.standing = new Standing(board)
    this.values = new LargeValues(board, valuePartsPerRecord)
  }

  get board(): BoardDocument {
    return this.#board
  }

  /** The change that touched these records was taken. */
  note(touched: ReadonlySet<string>): void {
    this.locked.note(this.#board, touched)
    this.led.note(this.#board, touched)
    this.standing.note(this.#board, touched)
    this.values.note(this.#board, touched)
  }

  /** @param board as it was before the change that was not taken */
  putBack(board: BoardDocument): void {
    this.#board.doc.destroy()
    this.#board = board
  }
}
