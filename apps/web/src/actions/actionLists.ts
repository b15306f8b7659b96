import type { Extraction, ImprovementAction, MissingField } from '@samenreis/model/actions/improvementAction'
import type { ActionId } from '@samenreis/model/ids/actionId'

/** What the list shows: all, or one of its two main groups. */
export const filters = ['all', 'ready', 'open'] as const
export type Filter = (typeof filters)[number]

/** `agreement`: the idea is still a proposal, so that nobody can begin (actions.md D1, `ready`). */
export type Lack = MissingField | 'agreement'

/** The actions in the order in which a group talks about them. */
export interface ActionLists {
  /** Agreed, with owner, organisation and date. */
  readonly ready: readonly ImprovementAction[]
  readonly open: readonly ImprovementAction[]
  /** The group decided not to. */
  readonly notDoing: readonly ImprovementAction[]
}

/** An action that is being filled in stays in this group until that is done: it may not jump away from under one's hands. */
export interface Held {
  readonly id: ActionId
  readonly group: keyof ActionLists
}

/** Complete ones first, each group by rank, then by id (actions.md D2, `rank`). */
export function sortActions({ actions }: Pick<Extraction, 'actions'>, held: Held | null): ActionLists {
  const ranked = actions.toSorted((a, b) => a.priority.rank - b.priority.rank || (a.id < b.id ? -1 : 1))
  const of = (group: keyof ActionLists): ImprovementAction[] =>
    ranked.filter((action) => (action.id === held?.id ? held.group : groupOf(action)) === group)
  return { ready: of('ready'), open: of('open'), notDoing: of('notDoing') }
}

function groupOf(action: ImprovementAction): keyof ActionLists {
  if (action.status === 'dropped') return 'notDoing'
  return action.ready ? 'ready' : 'open'
}

/** What is still to be filled in, what stops the action first. */
export function lacksOf(action: ImprovementAction): Lack[] {
  return action.status === 'proposed' ? [...action.missing, 'agreement'] : [...action.missing]
}

/** Whether a field of who, what and when is known; what is only suggested or cannot be read is not. */
export function isKnown(action: ImprovementAction, field: MissingField): boolean {
  return !action.missing.includes(field)
}
