import type { Participant } from '@samenreis/model/api/participant'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { ParticipantRecord, RoomDirectory } from '../storage/RoomDirectory.ts'
import type { BoardRooms } from '../sync/BoardRooms.ts'

/** Who takes part in a room, as the others may see it. */
export class Roster {
  private readonly directory: RoomDirectory
  private readonly rooms: Pick<BoardRooms, 'connected' | 'tell'>

  constructor(directory: RoomDirectory, rooms: Pick<BoardRooms, 'connected' | 'tell'>) {
    this.directory = directory
    this.rooms = rooms
  }

  /** Oldest first. People who came with a demo journey never were in the room and are left out. */
  async of(roomId: RoomId): Promise<readonly Participant[]> {
    const participants = await this.directory.participantsOf(roomId)
    const connected = this.rooms.connected(roomId)
    return participants.filter((each) => !each.demo).map((each) => shown(each, connected))
  }

  /** One person as the others may see her. */
  shown(participant: ParticipantRecord): Participant {
    return shown(participant, this.rooms.connected(participant.roomId))
  }

  /** Tells everyone in the room who takes part now. */
  async announce(roomId: RoomId): Promise<void> {
    this.rooms.tell(roomId, { kind: 'roster', participants: [...(await this.of(roomId))] })
  }
}

function shown({ id, name, avatar, role }: ParticipantRecord, connected: ReadonlySet<ParticipantId>): Participant {
  return { id, name, avatar, role, connected: connected.has(id) }
}
