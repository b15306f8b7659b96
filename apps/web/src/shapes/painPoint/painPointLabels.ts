import type { DomainProps } from '../../canvas/shapeProps.ts'
import type { CardPill } from '../cardFrame/CardPills.tsx'
import { basisPill } from '../look/basisPill.ts'
import type { KindWords } from '../look/words.ts'

/** Where it comes from. */
export function painPointPills({ title, basis, source }: DomainProps<'pain-point'>, words: KindWords): CardPill[] {
  return title === '' ? [] : [basisPill(basis, words, source)]
}
