import type { DomainProps } from '../../canvas/shapeProps.ts'
import type { CardPill } from '../cardFrame/CardPills.tsx'
import { basisIcons } from '../look/icons.ts'
import type { KindWords } from '../look/words.ts'

/** Where it comes from. */
export function painPointPills({ title, basis }: DomainProps<'pain-point'>, words: KindWords): CardPill[] {
  return title === '' ? [] : [{ key: 'basis', word: words(`basis.${basis}`), icon: basisIcons[basis] }]
}
