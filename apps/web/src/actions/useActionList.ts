import { useEffect, useState } from 'react'
import type { Extraction } from '@samenreis/model/actions/improvementAction'
import { readBoard, type BoardSnapshot } from '@samenreis/model/document/read'
import { LatestExtraction } from '../api/LatestExtraction.ts'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import { Quietly } from './Quietly.ts'

/** The list as it was last read, and the board it is about. */
export interface ActionList {
  readonly extraction: Extraction | null
  readonly snapshot: BoardSnapshot | null
  /** Why the last reading failed; the list before it stays. */
  readonly problem: ProblemReason | null
  readonly readAgain: () => void
}

/**
 * The extraction, read again whenever the board or the votes changed and whenever all of our own changes are stored: only
 * then does the server's board hold what was filled in here.
 */
export function useActionList(connection: RoomConnection): ActionList {
  const [list, setList] = useState<Omit<ActionList, 'readAgain'>>({ extraction: null, snapshot: null, problem: null })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const latest = new LatestExtraction({
      roomId: connection.roomId,
      onRead: (extraction) => setList({ extraction, snapshot: readBoard(connection.board), problem: null }),
      onFailed: (error) => setList((before) => ({ ...before, problem: reasonOf(error) })),
    })
    const quietly = new Quietly(latest.read)
    const whenSaved = (): void => {
      if (connection.state.get().kind === 'saved') quietly.soon()
    }
    connection.board.records.observeDeep(quietly.soon)
    const stopState = connection.state.subscribe(whenSaved)
    const stopVotes = connection.votesVersion.subscribe(quietly.soon)
    latest.read()
    return () => {
      connection.board.records.unobserveDeep(quietly.soon)
      stopState()
      stopVotes()
      quietly.stop()
      latest.stop()
    }
  }, [connection, attempt])

  return { ...list, readAgain: () => setAttempt((count) => count + 1) }
}
