import type { Basis } from '@samenreis/model/records/enumerations'
import type { CardPill } from '../cardFrame/CardPills.tsx'
import { basisIcons } from './icons.ts'
import type { KindWords } from './words.ts'

/** The evidence mark at the foot of a card: where what it says comes from, in few words. */
export function basisPill(basis: Basis, words: KindWords): CardPill {
  return { key: 'basis', word: words(`basisMark.${basis}`), icon: basisIcons[basis] }
}
