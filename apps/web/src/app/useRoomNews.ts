import { useEffect } from 'react'
import { readRoom } from '../api/rooms.ts'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import { useWatched } from '../sync/useRoomConnection.ts'
import { useRoomAccess } from './RoomAccess.ts'

/** Shows the session as a facilitator named and set it last, for as long as the page is open. */
export function useRoomNews(connection: RoomConnection): void {
  const {
    room: { id },
    rename,
  } = useRoomAccess()
  const settings = useWatched(connection.settings)
  useEffect(() => {
    if (settings !== null) rename(settings)
  }, [settings, rename])

  // The server tells those who are there: whoever comes, or comes back, may have missed it and asks.
  const hello = useWatched(connection.hello)
  useEffect(() => {
    if (hello === null) return undefined
    let left = false
    const known = connection.settings.get()
    readRoom(id).then(
      ({ room }) => {
        // What was told while the answer was under way is newer than the answer.
        if (!left && connection.settings.get() === known) rename(room)
      },
      // The name that is shown stays; the connection itself says when something is wrong.
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [connection, hello, id, rename])
}
