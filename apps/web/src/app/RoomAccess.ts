import { createContext, useContext } from 'react'
import type { RoomSettings } from '../sync/RoomNews.ts'
import type { RoomView } from '@samenreis/model/api/rooms'

/** Who is here, in which session, with which right. Everything under `/r/:roomId` has it. */
export interface RoomAccess extends RoomView {
  /** Shown as on the big screen, whatever this device may do: nothing can be changed from here. */
  readonly asScreen: boolean
  /** True on the visit on which this device made the session: the share panel opens by itself then. */
  readonly justMade: boolean
  /** Shows the session under this name and question, and with these settings, from now on. */
  readonly rename: (settings: RoomSettings) => void
}

export const RoomAccessContext = createContext<RoomAccess | null>(null)

/** @throws when used outside `/r/:roomId`, where nobody has joined anything. */
export function useRoomAccess(): RoomAccess {
  const access = useContext(RoomAccessContext)
  if (access === null) throw new Error('useRoomAccess outside RoomGate')
  return access
}
