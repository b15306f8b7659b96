import type { Actor } from '../records/actor.ts'
import type { ShapeId } from '../ids/recordId.ts'
import type { BoardIndex } from '../journey/BoardIndex.ts'
import type { ImprovementAction, Ref, Warning } from './improvementAction.ts'
import { refOf } from './refOf.ts'
import type { Found, LinkedCards, LinkFinder } from './LinkedCards.ts'
import type { Links } from '../journey/Links.ts'
import type { Group } from './merge.ts'

/** Which organisation does it, and who takes part. */
export interface Organisation {
  readonly organisation: ImprovementAction['organisation']
  readonly contributors: readonly Ref[]
  readonly warnings: readonly Warning[]
}

/**
 * The one organisation of an action (actions.md D2 `organisation`, `contributors`): its field, else the only actor with a link
 * to the card, else the only one with a link to the nearest frame that has any, else, as a suggestion that still counts as
 * missing, the only actor of its touchpoints. Two actors of the same rank are a conflict, and nobody is chosen (D5.8).
 */
export function findOrganisation(
  group: Group,
  cards: LinkedCards,
  { board, links, finder }: { board: BoardIndex; links: Links; finder: LinkFinder },
): Organisation {
  const own: Found<Actor>[] = links.linked(group.ids, 'actor')
  const ofFrames = finder
    .framesAround(group)
    .map((frame) => links.linked([frame.id], 'actor').map(({ shape }): Found<Actor> => ({ shape, via: 'frame' })))
    .filter((actors) => actors.length > 0)
  const everyone = [...own, ...ofFrames.flat()]
  const { organisationId } = group.root
  const named = organisationId === null ? null : board.shapeOf(organisationId, 'actor')
  const warnings: Warning[] = []
  if (organisationId !== null && named === null) warnings.push({ code: 'DANGLING_LINK', refs: [organisationId] })
  if (named !== null) {
    const others = idsOf(own.filter(({ shape }) => shape.id !== named.id))
    if (others.length > 0) warnings.push({ code: 'ORG_FIELD_OVER_ARROW', refs: others })
    return { organisation: refOf(named, 'field'), contributors: othersThan(named, everyone), warnings }
  }
  const candidates = own.length > 0 ? own : (ofFrames[0] ?? [])
  const [only] = candidates
  if (candidates.length > 1) {
    warnings.push({ code: 'OWNER_CONFLICT', refs: idsOf(candidates) })
    return { organisation: null, contributors: othersThan(null, everyone), warnings }
  }
  if (only !== undefined) {
    return { organisation: refOf(only.shape, only.via), contributors: othersThan(only.shape, everyone), warnings }
  }
  const suggestion = onlyActorOf(cards, board)
  if (suggestion !== null) warnings.push({ code: 'ORG_SUGGESTED', refs: [suggestion.id] })
  return { organisation: suggestion && refOf(suggestion, 'inherited'), contributors: [], warnings }
}

function onlyActorOf({ touchpoints }: LinkedCards, board: BoardIndex): Actor | null {
  const actors = new Map<ShapeId, Actor>()
  for (const { shape } of touchpoints) {
    for (const id of shape.actorIds) {
      const actor = board.shapeOf(id, 'actor')
      if (actor !== null) actors.set(id, actor)
    }
  }
  const [only] = actors.values()
  return actors.size === 1 && only !== undefined ? only : null
}

/** Each actor once; a link of the card itself goes before one of a frame. */
function othersThan(chosen: Actor | null, actors: readonly Found<Actor>[]): Ref[] {
  const others = new Map<ShapeId, Ref>()
  for (const { shape, via } of actors) {
    if (shape.id !== chosen?.id && !others.has(shape.id)) others.set(shape.id, refOf(shape, via))
  }
  return [...others.values()]
}

function idsOf(actors: readonly Found<Actor>[]): ShapeId[] {
  return actors.map(({ shape }) => shape.id)
}
