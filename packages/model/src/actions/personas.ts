import type { BoardIndex } from '../journey/BoardIndex.ts'
import type { Ref } from './improvementAction.ts'
import { refOf } from './refOf.ts'
import type { LinkedCards, LinkFinder } from './LinkedCards.ts'
import type { Links } from '../journey/Links.ts'
import type { Group } from './merge.ts'
import type { Persona } from '../records/persona.ts'

/**
 * For whom an action is (actions.md D2 `personas`): explicit, else those of its pain points, else those of its journey, by
 * `personaIds` or by an arrow between persona and journey (model.md B4).
 */
export function findPersonas(
  group: Group,
  cards: LinkedCards,
  { board, links, finder }: { board: BoardIndex; links: Links; finder: LinkFinder },
): Ref[] {
  const explicit = finder.explicit(group, 'persona')
  if (explicit.length > 0) return explicit.map(({ shape, via }) => refOf(shape, via))
  const ofPainPoints = links.linked(
    cards.painPoints.map(({ shape }) => shape.id),
    'persona',
  )
  if (ofPainPoints.length > 0) return ofPainPoints.map(({ shape }) => refOf(shape, 'inherited'))
  if (cards.journey === null) return []
  const personas = new Map<string, Persona>()
  for (const id of cards.journey.personaIds) {
    const persona = board.shapeOf(id, 'persona')
    if (persona !== null) personas.set(id, persona)
  }
  for (const { shape } of links.linked([cards.journey.id], 'persona')) personas.set(shape.id, shape)
  return [...personas.values()].sort((a, b) => board.inReadingOrder(a, b)).map((shape) => refOf(shape, 'inherited'))
}
