import { actionIdOf, type ActionId } from '../ids/actionId.ts'
import type { ShapeId } from '../ids/recordId.ts'
import type { Links } from '../journey/Links.ts'
import { circlesOf } from './circles.ts'
import type { Group } from './merge.ts'

/** Which action must be done before which (actions.md D2 `dependsOn`). */
export interface Dependencies {
  /** Action -> those that come first, by id. */
  readonly first: ReadonlyMap<ActionId, readonly ActionId[]>
  /** Actions that another one waits for. */
  readonly needed: ReadonlySet<ActionId>
  /** Action -> the others of the circle that it is part of, by id (D5.30); of a large one the first `NAMED_MAX`. */
  readonly circles: ReadonlyMap<ActionId, readonly ActionId[]>
}

/**
 * Arrows from idea to idea (the first comes first), and promoted consequences that are bound to an idea. Links of merged ideas
 * count for the idea that they went into; a link to what is no action counts for nothing.
 */
export function findDependencies(groups: readonly Group[], links: Links): Dependencies {
  const groupOf = new Map<ShapeId, Group>()
  for (const group of groups) for (const id of group.ids) groupOf.set(id, group)
  const first = new Map<ActionId, ActionId[]>()
  const needed = new Set<ActionId>()
  const put = (waiting: Group, before: Group): void => {
    if (waiting === before) return
    const [id, beforeId] = [idOf(waiting), idOf(before)]
    const list = first.get(id) ?? []
    if (!list.includes(beforeId)) first.set(id, [...list, beforeId].sort())
    needed.add(beforeId)
  }
  for (const group of groups) {
    for (const id of group.ids) {
      for (const endId of links.arrowsFrom(id)) {
        const end = groupOf.get(endId)
        if (end !== undefined && end.root.kind !== 'consequence') put(end, group)
      }
    }
    if (group.root.kind === 'consequence') continue
    for (const { shape } of links.linked(group.ids, 'card')) {
      const consequence = groupOf.get(shape.id)
      if (consequence !== undefined) put(group, consequence)
    }
  }
  return { first, needed, circles: circlesOf(first) }
}

function idOf({ root }: Group): ActionId {
  return actionIdOf(root.shape.id)
}
