import { useEffect, useState } from 'react'
import type { Extraction } from '@samenreis/model/actions/improvementAction'
import { readBoard, type BoardSnapshot } from '@samenreis/model/document/read'
import { readExtraction } from '../api/actions.ts'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import { Quietly } from './quietly.ts'

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
    let asking: AbortController | null = null
    const read = (): void => {
      asking?.abort()
      const controller = new AbortController()
      asking = controller
      readExtraction(connection.roomId, controller.signal).then(
        (extraction) => {
          if (!controller.signal.aborted) setList({ extraction, snapshot: readBoard(connection.board), problem: null })
        },
        (error: unknown) => {
          if (!controller.signal.aborted) setList((before) => ({ ...before, problem: reasonOf(error) }))
        },
      )
    }
    const quietly = new Quietly(read)
    const whenSaved = (): void => {
      if (connection.state.get().kind === 'saved') quietly.soon()
    }
    connection.board.records.observeDeep(quietly.soon)
    const stopState = connection.state.subscribe(whenSaved)
    const stopVotes = connection.votesVersion.subscribe(quietly.soon)
    read()
    return () => {
      connection.board.records.unobserveDeep(quietly.soon)
      stopState()
      stopVotes()
      quietly.stop()
      asking?.abort()
    }
  }, [connection, attempt])

  return { ...list, readAgain: () => setAttempt((count) => count + 1) }
}
