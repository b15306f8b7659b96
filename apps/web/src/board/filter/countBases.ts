import { Basis } from '@samenreis/model/records/enumerations'
import type { TLShape } from 'tldraw'
import { cardBasis } from '../../shapes/card/cardLabels.ts'

export type BasisCounts = Readonly<Record<Basis, number>>

/** How many cards rest on each kind of evidence. Cards that claim nothing (ideas, rules, questions) do not count. */
export function countBases(shapes: Iterable<TLShape>): BasisCounts {
  const counts = Object.fromEntries(Basis.options.map((basis) => [basis, 0])) as Record<Basis, number>
  for (const shape of shapes) {
    const basis = basisOf(shape)
    if (basis !== 'none') counts[basis]++
  }
  return counts
}

/** How many of them are of these kinds. */
export function sumOf(counts: BasisCounts, bases: readonly Basis[]): number {
  return bases.reduce((sum, basis) => sum + counts[basis], 0)
}

function basisOf(shape: TLShape): Basis | 'none' {
  if (shape.type === 'touchpoint' || shape.type === 'pain-point' || shape.type === 'persona') return shape.props.basis
  return shape.type === 'card' ? cardBasis(shape.props) : 'none'
}
