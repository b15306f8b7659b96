import { extractActions } from '@samenreis/model/actions/extractActions'
import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import type { BoardSnapshot } from '@samenreis/model/document/read'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'

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
export function previewMerge(board: BoardSnapshot, keeperId: ShapeId, otherId: ShapeId): MergePreview | null {
  const [keeper, other] = [actionOf(board.records, keeperId), actionOf(board.records, otherId)]
  const stored = board.records.get(otherId)
  if (keeper === null || other === null || stored?.type !== 'idea') return null
  const merged = new Map(board.records).set(otherId, { ...stored, mergedInto: keeperId })
  const together = actionOf(merged, keeperId)
  return together === null ? null : { keeper, other, together }
}

function actionOf(records: ReadonlyMap<string, BoardRecord>, id: ShapeId): ImprovementAction | null {
  const { actions } = extractActions({
    roomId: '',
    boardVersion: 0,
    extractedAt: '1970-01-01T00:00:00.000Z',
    sessionDate: '1970-01-01',
    records: records as BoardSnapshot['records'],
    attendees: [],
    rounds: [],
    votes: [],
    exported: [],
  })
  return actions.find(({ source }) => source.shapeId === id) ?? null
}
