import type { ImprovementAction, MissingField } from './improvementAction.ts'

/** What decides whether an action is complete. */
export interface Completeness {
  readonly status: ImprovementAction['status']
  readonly isOwnerKnown: boolean
  readonly organisation: ImprovementAction['organisation']
  readonly deadline: ImprovementAction['deadline']
  readonly painPoints: ImprovementAction['painPoints']
  readonly effort: ImprovementAction['effort']
  readonly impact: ImprovementAction['impact']
}

/**
 * What an action still lacks, and whether it can start (actions.md D1): agreed, with an owner, an organisation and a date. A
 * suggested organisation, two names for an owner and a deadline that is no date are still missing.
 */
export function readMissing(action: Completeness): { readonly missing: MissingField[]; readonly ready: boolean } {
  const { organisation, deadline } = action
  const missing: MissingField[] = []
  if (!action.isOwnerKnown) missing.push('owner')
  if (organisation === null || organisation.via === 'inherited') missing.push('organisation')
  if (deadline === null || deadline.date === null) missing.push('deadline')
  const lacksWhoOrWhen = missing.length > 0
  if (action.painPoints.length === 0) missing.push('painPoint')
  if (action.effort === null || action.impact === null) missing.push('effortImpact')
  return { missing, ready: action.status !== 'proposed' && !lacksWhoOrWhen }
}
