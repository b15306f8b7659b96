import { useMemo, useSyncExternalStore } from 'react'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { RoomConnection } from './RoomConnection.ts'
import { RoomOpening, type Aftermath, type TurnedBack } from './RoomOpening.ts'
import type { Watchable } from './Watchable.ts'

/** The value of a watchable now, and again whenever it changes. */
export function useWatched<Value>(watchable: Watchable<Value>): Value {
  return useSyncExternalStore(watchable.subscribe, watchable.get)
}

/**
 * Opens a room for as long as the calling component is mounted; one per page, in the room's layout. `connection` is null until
 * mounted. `reopen` throws the document away and begins anew: after the state `reset`, or when the person asks for it.
 */
export function useRoomConnection(roomId: RoomId): {
  readonly connection: RoomConnection | null
  readonly reopen: () => void
  /** The latest time that something of this person was turned back; null = none. */
  readonly turnedBack: TurnedBack | null
  /** Whether document after document was refused, and nothing is tried any more by itself. */
  readonly stuck: boolean
  /** What became of what was left unstored before this page was loaded; null = nothing was. */
  readonly aftermath: Aftermath | null
} {
  const opening = useMemo(() => new RoomOpening({ roomId }), [roomId])
  return {
    connection: useWatched(opening),
    reopen: opening.reopen,
    turnedBack: useWatched(opening.turnedBack),
    stuck: useWatched(opening.stuck),
    aftermath: useWatched(opening.aftermath),
  }
}
