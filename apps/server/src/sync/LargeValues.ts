import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import * as Y from 'yjs'
import { partsOf } from './valueParts.ts'

/** Parts up to which a record is not counted: a card has some thirty. */
const FEW = 100

/** Parts of values that were counted once: a value is never changed, only replaced. */
const counted = new WeakMap<object, number>()

function countedPartsOf(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return 1
  const known = counted.get(value)
  if (known !== undefined) return known
  const parts = partsOf(value, most)
  if (parts <= most) counted.set(value, parts)
  return parts
}

/** Parts of all fields of a record; above `most` any number above it. Texts are bounded by their schema. */
export function partsOfRecord(fields: Y.Map<unknown>, most: number): number {
  let parts = 0
  for (const item of fields._map.values()) {
    if (item.deleted) continue
    parts += item.content instanceof Y.ContentAny ? countedPartsOf(item.content.arr[0], most - parts) : 1
    if (parts > most) break
  }
  return parts
}

/**
 * How many parts the values of a board have, but for those of records that have few, as it was before the change that is being judged. What
 * they take in memory shows neither in the bytes of the board nor in its structs (ADR 0019): a megabyte of empty objects takes 60.
 */
export class LargeValues {
  readonly #parts = new Map<string, number>()
  readonly #mostPerRecord: number
  #total = 0

  constructor(board: BoardDocument, mostPerRecord: number) {
    this.#mostPerRecord = mostPerRecord
    this.note(board, board.records.keys())
  }

  get total(): number {
    return this.#total
  }

  /** How many it has with a change that touched these records, is in the board and not yet noted here. */
  totalWith(board: BoardDocument, touched: Iterable<string>): number {
    let total = this.#total
    for (const id of touched) total += this.#countedOf(board, id) - (this.#parts.get(id) ?? 0)
    return total
  }

  /** The change that touched these records was taken. */
  note(board: BoardDocument, touched: Iterable<string>): void {
    for (const id of touched) {
      const parts = this.#countedOf(board, id)
      this.#total += parts - (this.#parts.get(id) ?? 0)
      if (parts === 0) this.#parts.delete(id)
      else this.#parts.set(id, parts)
    }
  }

  #countedOf(board: BoardDocument, id: string): number {
    const fields: unknown = board.records.get(id)
    const parts = fields instanceof Y.Map ? partsOfRecord(fields, this.#mostPerRecord) : 0
    return parts > FEW ? parts : 0
  }
}
