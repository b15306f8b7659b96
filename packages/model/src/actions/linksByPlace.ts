import type { RecordId, ShapeId } from '../ids/recordId.ts'
import { BoardIndex } from '../journey/BoardIndex.ts'
import { Links } from '../journey/Links.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import { findCandidates } from './Candidate.ts'
import { findConsequences } from './consequences.ts'
import type { Via } from './improvementAction.ts'
import { LinkFinder } from './LinkedCards.ts'
import type { Group } from './merge.ts'
import { findOrganisation } from './organisation.ts'

/** A `belongs_to` that says what until now only the place said. */
export interface LinkByPlace {
  readonly fromId: ShapeId
  readonly toId: ShapeId
}

/** Ways of knowing a link that end when the card is taken elsewhere. */
const BY_PLACE: ReadonlySet<Via> = new Set<Via>(['aligned', 'frame', 'cell', 'nearest'])

/**
 * What an idea or a promoted card is linked to by its place alone: written as `belongs_to`, it says the same wherever the card
 * goes ("links vastzetten", model.md B0.3). Its phase is among them only when no step of it is known, because steps bring theirs
 * along. [] for what is no candidate for an action, and for links that are explicit already.
 *
 * @param records the board before the card left its place
 */
export function linksByPlace(records: ReadonlyMap<RecordId, BoardRecord>, cardId: ShapeId): readonly LinkByPlace[] {
  const board = new BoardIndex(records)
  const root = findCandidates(board).find(({ shape }) => shape.id === cardId)
  if (root === undefined) return []
  const links = new Links(board, board.bindings)
  const finder = new LinkFinder(board, links)
  // Its own links alone: those of what was merged into it hang on cards that stay where they are.
  const group: Group = {
    root,
    words: { title: root.title, description: null, warnings: [] },
    merged: [],
    ids: [cardId],
  }
  const cards = finder.find(group)
  const { organisation } = findOrganisation(group, cards, { board, links, finder })
  const targets = [
    ...cards.painPoints.filter(isByPlace).map(({ shape }) => shape.id),
    ...cards.touchpoints.filter(isByPlace).map(({ shape }) => shape.id),
    ...cards.phases.filter(isByPlace).map(({ shape }) => shape.id),
    ...(organisation?.via === 'frame' ? [organisation.id] : []),
  ]
  const consequences = findConsequences(group, cards, { board, links, finder }).consequences.filter(isByPlace)
  return [
    ...targets.map((toId) => ({ fromId: cardId, toId })),
    ...consequences.map(({ id }) => ({ fromId: id, toId: cardId })),
  ]
}

function isByPlace({ via }: { readonly via: Via }): boolean {
  return BY_PLACE.has(via)
}
