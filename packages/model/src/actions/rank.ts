import { byId } from '../journey/BoardIndex.ts'
import type { ImprovementAction } from './improvementAction.ts'

/**
 * In order of rank, then of id, each with its rank (actions.md D2 `rank`): votes, then votes of clients, then impact, most first;
 * then effort, least first. Equal on all four is equal in rank: 1, 1, 3.
 */
export function ranked(actions: readonly ImprovementAction[]): ImprovementAction[] {
  const sorted = actions.toSorted((a, b) => byPriority(a, b) || byId(a, b))
  let rank = 0
  return sorted.map((action, i) => {
    const before = sorted[i - 1]
    if (before === undefined || byPriority(before, action) !== 0) rank = i + 1
    return { ...action, priority: { ...action.priority, rank } }
  })
}

/** What is not known comes after every score. */
function byPriority(a: ImprovementAction, b: ImprovementAction): number {
  return (
    b.priority.votes - a.priority.votes ||
    b.priority.byGroup.client - a.priority.byGroup.client ||
    (b.impact ?? 0) - (a.impact ?? 0) ||
    (a.effort ?? 6) - (b.effort ?? 6)
  )
}
