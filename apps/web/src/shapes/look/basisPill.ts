import type { Basis } from '@samenreis/model/records/enumerations'
import type { CardPill } from '../cardFrame/CardPills.tsx'
import { basisIcons } from './icons.ts'
import type { KindWords } from './words.ts'

/**
 * The evidence mark at the foot of a card: where what it says comes from, in few words. The story behind figures is its hint,
 * which takes no room; with another basis a source is kept and not told.
 */
export function basisPill(basis: Basis, words: KindWords, source = ''): CardPill {
  const pill: CardPill = { key: 'basis', word: words(`basisMark.${basis}`), icon: basisIcons[basis] }
  const told = basis === 'data' ? source.trim() : ''
  return told === '' ? pill : { ...pill, hint: told }
}
