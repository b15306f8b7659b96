import { Law } from '@samenreis/model/records/enumerations'
import type { KindWords } from '../look/words.ts'

/** The laws of a journey in words, in the order of the value list; null = none is chosen. */
export function journeyLaws(laws: readonly Law[], words: KindWords): string | null {
  const chosen = Law.options.filter((law) => laws.includes(law))
  if (chosen.length === 0) return null
  return words('onBoard.laws', { count: chosen.length, laws: chosen.map((law) => words(`law.${law}`)).join(', ') })
}
