import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { z } from 'zod'
import type { RoomView } from '@samenreis/model/api/rooms'
import { RoomId } from '@samenreis/model/ids/roomId'
import { mayPass } from '../api/passing.ts'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { openSession, readRoom } from '../api/rooms.ts'
import { showIn } from '../i18n/i18n.ts'
import type { RoomAccess } from './RoomAccess.ts'

/** Who made the session a moment ago, on this device; '' = without a name. */
export interface Maker {
  readonly name: string
}

/** Where someone stands at the door of a session. */
export type RoomEntryState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'in'; readonly access: RoomAccess }
  | { readonly kind: 'joining'; readonly roomId: RoomId; readonly secret: string; readonly maker: Maker | null }
  | { readonly kind: 'refused'; readonly reason: ProblemReason | 'link-missing'; readonly mayRetry: boolean }

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
  // One object as long as the navigation is the same one: effects below depend on it.
  const maker = useMemo(() => makerOf(navigation), [navigation])
  const secret = decodeURIComponent(hash.slice(1))

  const enter = useCallback(
    (view: RoomView): void => {
      forgetAddressSecret()
      showIn(view.room.language)
      setState({ kind: 'in', access: { ...view, justMade: maker !== null } })
    },
    [maker],
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
    const joining: RoomEntryState = { kind: 'joining', roomId: roomId.data, secret, maker }
    readRoom(roomId.data).then(
      async (view) => {
        if (left) return
        if (secret.length < SECRET_MIN_LENGTH || view.right === 'facilitator') enter(view)
        // A screen is nobody: whoever opens a link on it now is someone new.
        else if (view.right === 'screen') settle(joining)
        else {
          const again = await comeBack(view, secret)
          if (!left) enter(again)
        }
      },
      (error: unknown) => {
        const reason = reasonOf(error)
        if (reason !== 'not-signed-in') settle({ kind: 'refused', reason, mayRetry: mayPass(reason) })
        else if (secret === '') settle({ kind: 'refused', reason: 'link-missing', mayRetry: false })
        else settle(joining)
      },
    )
    return () => {
      left = true
    }
  }, [param, secret, maker, attempt, enter])

  const askAgain = useCallback(() => {
    setState({ kind: 'asking' })
    setAttempt((count) => count + 1)
  }, [])
  return { state, enter, askAgain }
}

/** A shorter fragment is a place on the page (a skip link), not a secret: those have 24 characters. */
const SECRET_MIN_LENGTH = 16

/** What the home page hands over when it has just made this session. */
const MakerState = z.object({ made: z.object({ name: z.string() }) })

function makerOf(navigation: unknown): Maker | null {
  const state = MakerState.safeParse(navigation)
  return state.success ? state.data.made : null
}

/** The secret leaves the address bar: nobody photographs it from the screen, and it stays out of the history. */
function forgetAddressSecret(): void {
  const { pathname, search } = window.location
  const kept: unknown = window.history.state
  // `usr` is what a navigation handed over (react-router): after a reload the session is no longer "just made".
  const state = typeof kept === 'object' && kept !== null ? { ...kept, usr: null } : null
  window.history.replaceState(state, '', pathname + search)
}

/** The same person by this link: a facilitator's lifts her right. With a link that no longer holds she stays who she is. */
async function comeBack(view: RoomView, secret: string): Promise<RoomView> {
  try {
    const { participant, room, right } = await openSession(view.room.id, { secret })
    return { room, me: participant, right }
  } catch {
    return view
  }
}
