import { useRoomAccess } from '../app/RoomAccess.ts'

/** The board of a session. Stands under RoomGate: whoever sees it has joined (`useRoomAccess`). */
export function BoardPage() {
  const { room } = useRoomAccess()
  return <main>{room.title}</main>
}
