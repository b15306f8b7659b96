import { useCallback, useEffect, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import type { RoomView } from '@samenreis/model/api/rooms'
import { RoomId } from '@samenreis/model/ids/roomId'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { readRoom } from '../api/rooms.ts'
import { showIn } from '../i18n/i18n.ts'
import type { RoomAccess } from './RoomAccess.ts'

/** Where someone stands at the door of a session. */
export type RoomEntryState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'in'; readonly access: RoomAccess }
  | { readonly kind: 'choosing'; readonly roomId: RoomId; readonly secret: string }
  | { readonly kind: 'refused'; readonly reason: ProblemReason | 'link-missing'; readonly mayRetry: boolean }

/** Reasons that can be over the next moment. */
const passing: ReadonlySet<string> = new Set(['unreachable', 'room-unavailable', 'internal', 'too-many'])

export interface RoomEntry {
  readonly state: RoomEntryState
  readonly enter: (view: RoomView) => void
  readonly askAgain: () => void
}

/** Asks the server whether this device takes part already; if not, the secret of the link decides what comes next. */
export function useRoomEntry(): RoomEntry {
  const { roomId: param } = useParams()
  const { hash, state: navigation } = useLocation()
  const [state, setState] = useState<RoomEntryState>({ kind: 'asking' })
  const [attempt, setAttempt] = useState(0)
  const justMade = isJustMade(navigation)
  const secret = decodeURIComponent(hash.slice(1))

  const enter = useCallback(
    (view: RoomView): void => {
      // The secret leaves the address bar: nobody photographs it from the screen, and it stays out of the history.
      window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search)
      showIn(view.room.language)
      setState({ kind: 'in', access: { ...view, justMade } })
    },
    [justMade],
  )

  useEffect(() => {
    let left = false
    const settle = (next: RoomEntryState): void => {
      if (!left) setState(next)
    }
    const roomId = RoomId.safeParse(param)
    if (!roomId.success) {
      settle({ kind: 'refused', reason: 'room-not-found', mayRetry: false })
      return
    }
    readRoom(roomId.data).then(
      (view) => {
        if (!left) enter(view)
      },
      (error: unknown) => {
        const reason = reasonOf(error)
        if (reason !== 'not-signed-in') settle({ kind: 'refused', reason, mayRetry: passing.has(reason) })
        else if (secret === '') settle({ kind: 'refused', reason: 'link-missing', mayRetry: false })
        else settle({ kind: 'choosing', roomId: roomId.data, secret })
      },
    )
    return () => {
      left = true
    }
  }, [param, secret, attempt, enter])

  const askAgain = useCallback(() => {
    setState({ kind: 'asking' })
    setAttempt((count) => count + 1)
  }, [])
  return { state, enter, askAgain }
}

function isJustMade(navigation: unknown): boolean {
  return (
    typeof navigation === 'object' && navigation !== null && 'justMade' in navigation && navigation.justMade === true
  )
}
