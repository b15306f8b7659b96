import { useRoomAccess } from '../app/RoomAccess.ts'

/** The action list. */
export function ActionsPage() {
  const { room } = useRoomAccess()
  return <main>{room.title}</main>
}
