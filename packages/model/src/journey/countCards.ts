import { isShape } from '../records/recordClass.ts'
import type { BoardRecord, ShapeType } from '../records/recordKinds.ts'

/** Kinds that somebody writes on: what people mean by "cards". Not what holds them together, nor lines and drawings. */
const cardKinds: ReadonlySet<ShapeType> = new Set<ShapeType>([
  'touchpoint',
  'pain-point',
  'card',
  'idea',
  'actor',
  'persona',
  'note',
  'text',
])

/** Whether people would call this record a card. */
export function isCard(record: BoardRecord): boolean {
  return isShape(record) && cardKinds.has(record.type)
}

/** How many cards there are among these records. */
export function countCards(records: Iterable<BoardRecord>): number {
  let cards = 0
  for (const record of records) if (isCard(record)) cards += 1
  return cards
}
