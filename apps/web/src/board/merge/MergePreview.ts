import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import type { BoardSnapshot } from '@samenreis/model/document/read'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { boardActions } from './boardActions.ts'

/** What two ideas are each, and what they become together when one goes into the other. */
export interface MergePreview {
  readonly keeper: ImprovementAction
  readonly other: ImprovementAction
  readonly together: ImprovementAction
}

/**
 * Reads what merging would give, by the very extraction that will read it afterwards. Votes are not in it: they are the server's.
 * null when one of the two is gone, has no words, or is part of another idea already.
 */
export function previewMerge({ records }: BoardSnapshot, keeperId: ShapeId, otherId: ShapeId): MergePreview | null {
  const apart = boardActions(records)
  const [keeper, other] = [actionOf(apart, keeperId), actionOf(apart, otherId)]
  const stored = records.get(otherId)
  if (keeper === null || other === null || stored?.type !== 'idea') return null
  const together = actionOf(boardActions(new Map(records).set(otherId, { ...stored, mergedInto: keeperId })), keeperId)
  return together === null ? null : { keeper, other, together }
}

function actionOf(actions: readonly ImprovementAction[], id: ShapeId): ImprovementAction | null {
  return actions.find(({ source }) => source.shapeId === id) ?? null
}
