import type { CardKind } from '@samenreis/model/records/enumerations'
import type { DomainType } from '@samenreis/model/records/recordKinds'

/** What belongs: a kind of shape, or for cards their own kind. */
export type BelongingKind = Exclude<DomainType, 'card'> | CardKind

/** Relation "Card n-n (Persona | Touchpoint | PainPoint | Idea)" (model.md B4). */
const ANY_CARD_TARGET: readonly DomainType[] = ['touchpoint', 'pain-point', 'idea', 'persona']

/** From what to what "Hoort bij" goes (model.md B2 usual targets, B4 and its table of arrows). No entry = to nothing. */
const targetsOf: Readonly<Partial<Record<BelongingKind, readonly DomainType[]>>> = {
  quote: ANY_CARD_TARGET,
  need: ANY_CARD_TARGET,
  good_practice: ANY_CARD_TARGET,
  consequence: ANY_CARD_TARGET,
  policy_rule: ANY_CARD_TARGET,
  /** A question may be about anything. */
  question: [...ANY_CARD_TARGET, 'card', 'actor', 'phase', 'journey'],
  'pain-point': ['touchpoint'],
  idea: ['pain-point', 'touchpoint', 'persona', 'phase', 'actor'],
}

/** Targets that are places rather than cards: dropping there is moving, so the binding to them is made in the panel only. */
const PLACES: ReadonlySet<DomainType> = new Set<DomainType>(['phase', 'journey'])

/** Kinds of shape that this may belong to, in no order. */
export function belongingTargets(from: BelongingKind): readonly DomainType[] {
  return targetsOf[from] ?? []
}

/** Whether a `belongs_to` from the one kind to the other has a meaning. */
export function canBelongTo(from: BelongingKind, to: DomainType): boolean {
  return belongingTargets(from).includes(to)
}

/** Whether dropping the one on the other makes it belong there. */
export function belongsByDropping(from: BelongingKind, to: DomainType): boolean {
  return canBelongTo(from, to) && !PLACES.has(to)
}
