import type { ParticipantId } from '../ids/participantId.ts'
import { Basis } from '../records/enumerations.ts'
import type { Card } from '../records/card.ts'
import type { ImprovementAction, Warning } from './improvementAction.ts'
import { refOf } from './refOf.ts'
import type { Found, LinkedCards } from './LinkedCards.ts'
import type { Linked, Links } from '../journey/Links.ts'
import type { Group } from './merge.ts'

export interface Evidence {
  readonly quotes: ImprovementAction['quotes']
  readonly evidence: Basis | null
  readonly warnings: readonly Warning[]
}

/**
 * What people said about it (actions.md D2 `quotes`, `evidence`): quotes bound to the idea and to its pain points, else those
 * bound to its touchpoints; none by place. Words without consent stay behind and are told; what they prove counts (D5.27).
 *
 * @param withdrawn participants who took back their consent to the use of their quotes
 */
export function findEvidence(
  group: Group,
  cards: LinkedCards,
  links: Links,
  withdrawn: ReadonlySet<ParticipantId>,
): Evidence {
  const near = merge(own(links.linked(group.ids, 'card')), inherited(links, cards.painPoints))
  const quotes = near.length > 0 ? near : inherited(links, cards.touchpoints)
  const mayTravel = ({ shape }: Found<Card>): boolean =>
    shape.consentReport && (shape.authorId === null || !withdrawn.has(shape.authorId))
  const withheld = quotes.filter((quote) => !mayTravel(quote)).map(({ shape }) => shape.id)
  return {
    quotes: quotes.filter(mayTravel).map(({ shape, via }) => ({
      ...refOf(shape, via),
      voice: shape.voice ?? '',
      basis: shape.basis,
    })),
    evidence: strongest([...cards.painPoints, ...quotes].map(({ shape }) => shape.basis)),
    warnings: withheld.length === 0 ? [] : [{ code: 'QUOTE_WITHHELD', refs: withheld }],
  }
}

function own(linked: readonly Linked<Card>[]): Found<Card>[] {
  return linked.filter(({ shape }) => shape.kind === 'quote' && shape.text.trim() !== '')
}

function inherited(links: Links, cards: readonly Found<LinkedCards['painPoints' | 'touchpoints'][number]['shape']>[]) {
  const ids = cards.map(({ shape }) => shape.id)
  return own(links.linked(ids, 'card')).map(({ shape }): Found<Card> => ({ shape, via: 'inherited' }))
}

/** Both lists, each card once; how the first list knows it goes before. */
function merge(first: readonly Found<Card>[], second: readonly Found<Card>[]): Found<Card>[] {
  const ids = new Set(first.map(({ shape }) => shape.id))
  return [...first, ...second.filter(({ shape }) => !ids.has(shape.id))]
}

function strongest(bases: readonly Basis[]): Basis | null {
  return Basis.options.find((basis) => bases.includes(basis)) ?? null
}
