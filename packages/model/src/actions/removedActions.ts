import { byId } from '../journey/BoardIndex.ts'
import type { ActionId } from '../ids/actionId.ts'
import type { ImprovementAction } from './improvementAction.ts'
import { inOrder } from './warnings.ts'

/**
 * Actions that were exported before and are none any more, as they were then, with REMOVED_FROM_BOARD (actions.md D1, D5.20).
 * What was merged into another action, or lost its words, is still on the board: it is not among them.
 */
export function removedActions(
  exported: readonly ImprovementAction[],
  onBoard: ReadonlySet<ActionId>,
): ImprovementAction[] {
  const removed = new Map<ActionId, ImprovementAction>()
  for (const action of exported) {
    if (onBoard.has(action.id)) continue
    const others = action.warnings.filter(({ code }) => code !== 'REMOVED_FROM_BOARD')
    removed.set(action.id, {
      ...action,
      warnings: inOrder([{ code: 'REMOVED_FROM_BOARD', refs: [action.source.shapeId] }, ...others]),
    })
  }
  return [...removed.values()].sort(byId)
}
