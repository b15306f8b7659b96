import { writeBoardFile, rawRecords } from '@samenreis/model/interchange/writeBoardFile'
import type { BoardFile } from '@samenreis/model/interchange/boardFileSchema'
import type { RoomDirectory, RoomRecord } from '../storage/RoomDirectory.ts'
import type { BoardRooms } from '../sync/BoardRooms.ts'

/**
 * The whole board as `klantreis.board/1`, with what was set aside, as it stands in the document.
 * @throws RoomNotFoundError, StorageUnavailableError
 */
export async function boardFileOf(
  room: RoomRecord,
  { rooms, directory, now }: { rooms: Pick<BoardRooms, 'read' | 'write'>; directory: RoomDirectory; now: () => number },
): Promise<BoardFile> {
  const [{ records, quarantined }, rounds, votes, attendees] = await Promise.all([
    rooms.read(room.id),
    directory.roundsOf(room.id),
    directory.votesOf(room.id),
    directory.participantsOf(room.id),
  ])
  let setAside: Record<string, unknown>[] = []
  if (quarantined.length > 0) {
    // The document itself is only at hand in a change; this one changes nothing.
    await rooms.write(room.id, (board) => {
      setAside = rawRecords(board, quarantined)
    })
  }
  const exportedAt = new Date(now()).toISOString()
  return writeBoardFile({ room, exportedAt, records: records.values(), setAside, rounds, votes, attendees })
}
