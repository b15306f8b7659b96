import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation, useMatch, useParams } from 'react-router'
import { z } from 'zod'
import type { RoomView } from '@samenreis/model/api/rooms'
import { RoomId } from '@samenreis/model/ids/roomId'
import { showSessionLanguage } from '../i18n/i18n.ts'
import { leaveForPlainAddress, secretAt } from '../link/addressSecret.ts'
import { letGoOfLink } from '../link/heldLink.ts'
import { mySessionsHere } from '../share/mySessionsHere.ts'
import { SCREEN_VIEW, screenPath } from '../share/roomLink.ts'
import { forgetOnThisDevice } from '../sync/device/forgetOnThisDevice.ts'
import { askEntry, type Maker, type RoomEntryState } from './entry.ts'
import type { RoomAccess } from './RoomAccess.ts'
import type { RoomSettings } from '../sync/RoomNews.ts'

export interface RoomEntry {
  readonly state: RoomEntryState
  /** What the pages of the session are given; null while nobody is in. */
  readonly access: RoomAccess | null
  readonly enter: (view: RoomView) => void
  readonly askAgain: () => void
}

/** Who may come in by this address, and as what. */
export function useRoomEntry(): RoomEntry {
  const { roomId: param = '' } = useParams()
  const location = useLocation()
  const { state: navigation } = location
  const asScreen = useMatch(`/r/:roomId/${SCREEN_VIEW}`) !== null
  const [state, setState] = useState<RoomEntryState>({ kind: 'asking' })
  const [attempt, setAttempt] = useState(0)
  // One object as long as the navigation is the same one: effects below depend on it.
  const maker = useMemo(() => makerOf(navigation), [navigation])
  // As it was when she came to this address: once she is in, the link is let go of.
  const secret = useMemo(() => secretAt(location), [location])

  const settle = useCallback(
    (next: RoomEntryState): void => {
      if (next.kind === 'in' || (next.kind === 'elsewhere' && next.isIn)) letGoOfLink(param)
      if (next.kind === 'in') {
        forgetAddressSecret()
        showSessionLanguage(next.view.room.language)
      }
      setState(next)
    },
    [param],
  )

  const enter = useCallback(
    (view: RoomView): void => {
      const isElsewhere = view.right === 'screen' && !asScreen
      settle(isElsewhere ? { kind: 'elsewhere', path: screenPath(view.room.id), isIn: true } : { kind: 'in', view })
    },
    [asScreen, settle],
  )

  useEffect(() => {
    // A link that is opened where this page is open already loads nothing by itself.
    if (leaveForPlainAddress(window)) return undefined
    let left = false
    const roomId = RoomId.safeParse(param)
    const ask = async (): Promise<void> => {
      const next: RoomEntryState = roomId.success
        ? await askEntry({ roomId: roomId.data, secret, maker, asScreen })
        : { kind: 'refused', reason: 'room-not-found', mayRetry: false }
      const isOver = next.kind === 'refused' && (next.reason === 'room-not-found' || next.reason === 'link-revoked')
      // The session, or her place in it, is no more: nothing of it stays on the device.
      if (isOver && roomId.success) void forgetOnThisDevice(roomId.data).catch(() => undefined)
      if (!left) settle(next)
    }
    void ask()
    return () => {
      left = true
    }
  }, [param, secret, maker, asScreen, attempt, settle])

  const askAgain = useCallback(() => {
    setState({ kind: 'asking' })
    setAttempt((count) => count + 1)
  }, [])

  const rename = useCallback(({ title, question, localCopies }: RoomSettings): void => {
    setState((now) => {
      if (now.kind !== 'in') return now
      const { room } = now.view
      if (room.title === title && room.question === question && room.localCopies === localCopies) return now
      return { ...now, view: { ...now.view, room: { ...room, title, question, localCopies } } }
    })
  }, [])
  const view = state.kind === 'in' ? state.view : null
  useEffect(() => {
    if (view !== null) mySessionsHere.called(view.room)
  }, [view])

  const access = useMemo<RoomAccess | null>(
    () => (view === null ? null : { ...view, asScreen, justMade: maker !== null, rename }),
    [view, asScreen, maker, rename],
  )
  return { state, access, enter, askAgain }
}

/** What the home page hands over when it has just made this session. */
const MakerState = z.object({ made: z.object({ name: z.string() }) })

function makerOf(navigation: unknown): Maker | null {
  const state = MakerState.safeParse(navigation)
  return state.success ? state.data.made : null
}

/** Where the tab keeps nothing the secret came in by the address: it leaves it now, so that nobody photographs it from the screen. */
function forgetAddressSecret(): void {
  const { pathname, search } = window.location
  const kept: unknown = window.history.state
  // `usr` is what a navigation handed over (react-router): after a reload the session is no longer "just made".
  const state = typeof kept === 'object' && kept !== null ? { ...kept, usr: null } : null
  window.history.replaceState(state, '', pathname + search)
}
