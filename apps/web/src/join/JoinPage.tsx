import type { RoomView } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'

interface Props {
  readonly roomId: RoomId
  readonly secret: string
  readonly onJoined: (view: RoomView) => void
}

/** Three taps to come in. */
export function JoinPage({ roomId }: Props) {
  return <main>{roomId}</main>
}
