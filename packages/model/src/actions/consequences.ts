import type { Card } from '../records/card.ts'
import type { BoardIndex } from '../journey/BoardIndex.ts'
import type { ImprovementAction, Warning } from './improvementAction.ts'
import { labelOf } from '../journey/label.ts'
import type { Found, LinkedCards, LinkFinder } from './LinkedCards.ts'
import type { Links } from '../journey/Links.ts'
import type { Group } from './merge.ts'

export interface Consequences {
  readonly consequences: ImprovementAction['consequences']
  /** Bound to the idea, not guessed: only these may change its type (actions.md D2 `consequences`). */
  readonly explicit: readonly Card[]
  readonly warnings: readonly Warning[]
}

/**
 * What an action asks of the organisation, layer by layer: explicit, else the one card aligned with it. A card that is bound
 * to another idea is no guess for this one (actions.md D3.3), and a promoted card needs what is bound to it only.
 */
export function findConsequences(
  group: Group,
  { spot }: LinkedCards,
  { board, links, finder }: { board: BoardIndex; links: Links; finder: LinkFinder },
): Consequences {
  const isConsequence = (card: Card): boolean => card.kind === 'consequence'
  const explicit = links.linked(group.ids, 'card').filter(({ shape }) => isConsequence(shape))
  const warnings: Warning[] = []
  let found: readonly Found<Card>[] = explicit
  if (explicit.length === 0 && group.root.kind !== 'consequence') {
    const isFree = (card: Card): boolean => isConsequence(card) && !links.isLinkedTo(card.id, 'idea')
    found = finder.aligned(spot, 'card', warnings, isFree)
  }
  return {
    consequences: found
      .toSorted((a, b) => board.inReadingOrder(a.shape, b.shape))
      .map(({ shape, via }) => ({ id: shape.id, layer: shape.layer, text: labelOf(shape), via })),
    explicit: explicit.map(({ shape }) => shape),
    warnings,
  }
}
