import type { ShapeId } from '../../ids/recordId.ts'
import { defineView, type ViewBoard, type ViewReads } from './View.ts'

/** What did we skip? (model.md B5). Everything in reading order, journey after journey. */
export interface NeedsAndIdeas {
  /** Needs that no idea answers. */
  readonly needsWithoutIdea: readonly ShapeId[]
  /** Ideas that answer no need. */
  readonly ideasWithoutNeed: readonly ShapeId[]
  /** Of so many needs and ideas; merged ideas count once, dropped ones not at all. */
  readonly needs: number
  readonly ideas: number
}

const reads = {
  outline: ['cards'],
  links: true,
  fields: { card: ['kind'], idea: ['mergedInto', 'status'] },
} as const satisfies ViewReads
type Board = ViewBoard<typeof reads>

/**
 * Needs and ideas of the whole board that found each other: bound, or bound to one pain point. Place counts for nothing here:
 * what stands beside a need does not answer it yet.
 */
export const needsAndIdeas = defineView({
  name: 'needsAndIdeas',
  reads,
  compute(board): NeedsAndIdeas {
    const needIds = board.outline.cards.flatMap(({ id }) => (isNeed(board, id) ? id : []))
    const ideaIds = board.outline.cards.flatMap(({ id }) => (board.shapes.idea.get(id) !== null ? id : []))
    /** Idea that counts -> itself and what was merged into it. */
    const groups = new Map<ShapeId, ShapeId[]>()
    for (const id of ideaIds) {
      const root = rootOf(board, id)
      groups.set(root, [...(groups.get(root) ?? []), id])
    }
    const standing = ideaIds.filter((id) => groups.has(id) && board.shapes.idea.get(id)?.status !== 'dropped')
    const alive = new Set(standing)
    return {
      needsWithoutIdea: needIds.filter(
        (id) => !bound(board, id, 'idea').some((idea) => alive.has(rootOf(board, idea))),
      ),
      ideasWithoutNeed: standing.filter((root) =>
        (groups.get(root) ?? []).every((id) => !bound(board, id, 'card').some((card) => isNeed(board, card))),
      ),
      needs: needIds.length,
      ideas: standing.length,
    }
  },
})

function isNeed(board: Board, id: ShapeId): boolean {
  return board.shapes.card.get(id)?.kind === 'need'
}

/** What is bound to a card, or to a pain point that is bound to it. */
function bound(board: Board, id: ShapeId, type: 'card' | 'idea'): ShapeId[] {
  const painPoints = board.linkedIds(id, 'pain-point')
  return [id, ...painPoints].flatMap((each) => board.linkedIds(each, type))
}

/** The idea that an idea was merged into in the end. A merge that goes round in a circle is none (actions.md D5.15). */
function rootOf(board: Board, id: ShapeId): ShapeId {
  const path = [id]
  for (;;) {
    const at = path.at(-1) ?? id
    const next = board.shapes.idea.get(at)?.mergedInto ?? null
    if (next === null || board.shapes.idea.get(next) === null) return at
    if (path.includes(next)) return next
    path.push(next)
  }
}
