import type { RecordId, ShapeId } from '../ids/recordId.ts'
import { needParts } from '../records/needSentence.ts'
import type { BoardRecord, ShapeOf } from '../records/recordKinds.ts'
import { BoardIndex } from './BoardIndex.ts'
import { Links } from './Links.ts'
import { mainPersona } from './mainPersona.ts'

/** What a poster of a persona tells beside her own fields. */
export interface PersonaPoster {
  readonly persona: ShapeOf<'persona'>
  /** Whether the board is about her before all others. */
  readonly isMain: boolean
  /** Words of the needs that are bound to her, in reading order, each without its fixed start. */
  readonly needs: readonly string[]
}

/** The poster of a persona as the board is now; null when she is gone, or is no persona. */
export function personaPoster(records: ReadonlyMap<RecordId, BoardRecord>, id: ShapeId): PersonaPoster | null {
  const index = new BoardIndex(records)
  const persona = index.shapeOf(id, 'persona')
  if (persona === null) return null
  const needs = new Links(index, index.bindings)
    .linked([id], 'card')
    .flatMap(({ shape }) => (shape.kind === 'need' ? needParts(shape.text, 'nl').words.trim() : []))
    .filter((words) => words !== '')
  return { persona, isMain: mainPersona(index.all('persona')) === id, needs }
}
