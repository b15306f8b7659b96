import { extractActions } from '@samenreis/model/actions/extractActions'
import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import type { BoardSnapshot } from '@samenreis/model/document/read'

/** The actions of a board as this screen can read them: without votes and without days, neither of which says whether two ideas are one. */
export function boardActions(records: BoardSnapshot['records']): readonly ImprovementAction[] {
  const { actions } = extractActions({
    roomId: '',
    boardVersion: 0,
    extractedAt: '1970-01-01T00:00:00.000Z',
    sessionDate: '1970-01-01',
    records,
    attendees: [],
    rounds: [],
    votes: [],
    exported: [],
  })
  return actions
}
