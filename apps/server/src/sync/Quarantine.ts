import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard, readRecord } from '@samenreis/model/document/read'
import { encodeServerMessage } from '@samenreis/model/protocol/messages'

/** How long after the first facilitator came in it is looked for records that cannot be read. */
const LOOK_MS = 500

/** The records of a board that cannot be read, of which those who lead are told (reliability.md F19). */
export class Quarantine {
  readonly #board: BoardDocument
  /** null = nobody has looked yet. */
  #ids: readonly string[] | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(board: BoardDocument) {
    this.#board = board
  }

  /** What a facilitator who comes in is told; null = nothing is wrong, or it is not known yet. */
  get frame(): Uint8Array | null {
    return this.#ids === null || this.#ids.length === 0 ? null : frameOf(this.#ids)
  }

  /**
   * Looks at the whole board, once, and not right away: reading every record takes longer than everything else for which the first who
   * comes waits, so that it is done when he is in.
   *
   * @param tell gets what those who lead are told, if anything is wrong
   */
  lookLater(tell: (frame: Uint8Array) => void): void {
    if (this.#ids !== null) return
    this.#timer ??= setTimeout(() => {
      this.#ids = readBoard(this.#board).quarantined.map(({ id }) => id)
      if (this.frame !== null) tell(this.frame)
    }, LOOK_MS)
  }

  /** What those who lead are told after a change of the board; null = nothing was put right. */
  review(): Uint8Array | null {
    if (this.#ids === null || this.#ids.length === 0) return null
    const { records } = this.#board
    const left = this.#ids.filter((id) => records.has(id) && !readRecord(id, records.get(id)).ok)
    if (left.length === this.#ids.length) return null
    this.#ids = left
    return frameOf(left)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }
}

function frameOf(ids: readonly string[]): Uint8Array {
  return encodeServerMessage({ type: 'event', event: { kind: 'quarantined', ids: [...ids] } })
}
