import { Room, type RoomChange } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { readAnswer } from '../../api/answer.ts'
import { client } from '../../api/client.ts'

/** Changes name or question of the session; facilitators only. @throws ProblemError */
export function changeRoom(roomId: RoomId, change: RoomChange): Promise<Room> {
  return readAnswer(client.api.v1.rooms[':roomId'].$patch({ param: { roomId }, json: change }), Room)
}
