import type { Quadrant, Score } from '../records/enumerations.ts'
import type { Card } from '../records/card.ts'
import type { Candidate } from './Candidate.ts'
import type { ImprovementAction, Warning } from './improvementAction.ts'
import { isLowEffort } from './matrixPlace.ts'

export interface TypeReading {
  readonly type: ImprovementAction['type']
  readonly typeSource: ImprovementAction['typeSource']
  readonly warnings: readonly Warning[]
}

/** What the type of an action depends on. */
export interface TypeGrounds {
  readonly candidate: Candidate
  /** Consequences that are bound to it; guessed ones do not count. */
  readonly consequences: readonly Card[]
  /** Whether another action says that this one comes first. */
  readonly isNeededFirst: boolean
  readonly effort: Score | null
  readonly quadrant: Quadrant | null
}

/** The type of an action, first ground that holds (actions.md D2 `type`); a label that does not fit stays, and is told (D5.26). */
export function readType({ candidate, consequences, isNeededFirst, effort, quadrant }: TypeGrounds): TypeReading {
  const policy = consequences.filter(({ layer }) => layer === 'policy').map(({ id }) => id)
  if (candidate.actionType !== null) {
    const warnings: Warning[] = []
    if (candidate.actionType === 'quick_win') {
      if (effort !== null && !isLowEffort(effort)) warnings.push({ code: 'QUICK_WIN_MISMATCH', refs: [] })
      if (policy.length > 0) warnings.push({ code: 'QUICK_WIN_NEEDS_POLICY', refs: policy })
    }
    return { type: candidate.actionType, typeSource: 'explicit', warnings }
  }
  if (candidate.kind === 'consequence') return { type: 'precondition', typeSource: 'consequence', warnings: [] }
  if (policy.length > 0) return { type: 'policy_change', typeSource: 'consequence', warnings: [] }
  if (isNeededFirst) return { type: 'precondition', typeSource: 'dependency', warnings: [] }
  if (quadrant === 'quick_win') return { type: 'quick_win', typeSource: 'matrix', warnings: [] }
  return { type: 'improvement', typeSource: 'default', warnings: [] }
}
