import { extractActions } from '@samenreis/model/actions/extractActions'
import type { Attendee, Extraction } from '@samenreis/model/actions/improvementAction'
import type { ParticipantRecord, RoomDirectory, RoomRecord } from '../storage/RoomDirectory.ts'
import type { BoardRooms } from '../sync/BoardRooms.ts'

/**
 * The improvement actions of the board as it is stored now.
 * @throws RoomNotFoundError, StorageUnavailableError
 */
export async function extractionOf(
  room: RoomRecord,
  { rooms, directory, now }: { rooms: Pick<BoardRooms, 'read'>; directory: RoomDirectory; now: () => number },
): Promise<Extraction> {
  const [board, participants, rounds, votes, exported] = await Promise.all([
    rooms.read(room.id),
    directory.participantsOf(room.id),
    directory.roundsOf(room.id),
    directory.votesOf(room.id),
    directory.exportedActions(room.id),
  ])
  return extractActions({
    roomId: room.id,
    boardVersion: board.version,
    extractedAt: new Date(now()).toISOString(),
    sessionDate: room.date,
    records: board.records,
    attendees: participants.map(asAttendee),
    rounds,
    votes,
    exported,
  })
}

/** Nobody can be marked as gone or as a test yet. */
function asAttendee({ id, name, role }: ParticipantRecord): Attendee {
  return { id, name, role, gone: false, test: false }
}
