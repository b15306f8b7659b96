import { putRecord } from '@samenreis/model/document/write'
import type { BoardFileProblem } from '@samenreis/model/interchange/readBoardFile'
import { withFreshIds } from '@samenreis/model/interchange/withFreshIds'
import { withPeople } from '@samenreis/model/interchange/withPeople'
import { isShape } from '@samenreis/model/records/recordClass'
import type { BoardRecord, BoardShape } from '@samenreis/model/records/recordKinds'
import { attendeesOf } from '../access/attendees.ts'
import type { RandomBytes } from '../access/secrets.ts'
import type { RoomDirectory, RoomRecord } from '../storage/RoomDirectory.ts'
import type { BoardRooms } from '../sync/BoardRooms.ts'
import type { Versions } from '../versions/Versions.ts'
import { readFileApart, type FileBytes } from './readFileApart.ts'

/** Nothing of the file can be used. Carries why, in names of fields and numbers; no problems = it is no JSON that can be read. */
export class BoardFileError extends Error {
  override readonly name = 'BoardFileError'
  readonly problems: readonly BoardFileProblem[]

  constructor(problems: readonly BoardFileProblem[]) {
    super('This is no board file that can be read')
    this.problems = problems
  }
}

/** What the file brings was put on the board by somebody else at that very moment: nothing of the file was added. */
export class BoardMovedOnError extends Error {
  override readonly name = 'BoardMovedOnError'
}

/** Free space between what is on the board and what is added beside it, in pixels. */
const GAP = 400
const ID_BYTES = 10

export interface ImportDeps {
  readonly rooms: Pick<BoardRooms, 'read' | 'write'>
  readonly directory: RoomDirectory
  readonly versions: Pick<Versions, 'keepBefore'>
  readonly random: RandomBytes
  readonly now: () => number
  /** Rejects when who brings the file may not any more. */
  readonly stillMay?: () => Promise<void>
}

/**
 * Adds the content of a board file to a room; nothing that is there changes. Into an empty board it comes back as it was;
 * beside what is there it comes under fresh ids, to the right. One change of the board: all of it is stored, or nothing.
 *
 * @throws BoardFileError, RoomNotFoundError, StorageUnavailableError, InvalidContentError
 */
export async function importBoard(
  room: RoomRecord,
  file: FileBytes,
  { rooms, directory, versions, random, now, stillMay = () => Promise.resolve() }: ImportDeps,
): Promise<{ records: number; votes: number; setAside: number }> {
  const read = await readFileApart(file)
  if (read.kind !== 'board') throw new BoardFileError(read.kind === 'no-board' ? read.problems : [])
  const { content, setAside } = read
  // Reading took as long as his line did: he may be out by now.
  await stillMay()
  await versions.keepBefore(room.id, 'import')
  const [board, rounds] = await Promise.all([rooms.read(room.id), directory.roundsOf(room.id)])
  const taken = new Set<string>([...board.records.keys(), ...board.quarantined.map(({ id }) => id)])
  for (const { id } of rounds) taken.add(id)
  const fresh = withFreshIds(content, taken, () => Buffer.from(random(ID_BYTES)).toString('base64url'))
  const people = attendeesOf({ ...content, votes: fresh.votes }, room.id, new Date(now()).toISOString(), random)
  const placed = beside(board.records.values(), withPeople(fresh.records, people.newIds))
  const added = placed.filter(({ id }) => !board.records.has(id))

  await rooms.write(room.id, (document) => {
    // Made since the look at the board, by somebody who has it on his device (an undo, a version that was put back): hers stays.
    if (added.some(({ id }) => document.records.has(id))) throw new BoardMovedOnError()
    for (const record of added) putRecord(document, record)
  })
  for (const participant of people.participants) await directory.saveParticipant(participant)
  await directory.saveVotes(room.id, fresh.rounds, people.votes)
  return { records: added.length, votes: people.votes.length, setAside }
}

/** Moves what is added to the right of what is there, so that nothing lies on top of it. */
function beside(present: Iterable<BoardRecord>, added: readonly BoardRecord[]): BoardRecord[] {
  const right = Math.max(...[...present].filter(isTopShape).map(({ geometry: [x, , , w] }) => x + w))
  const left = Math.min(...added.filter(isTopShape).map(({ geometry: [x] }) => x))
  if (!Number.isFinite(right) || !Number.isFinite(left)) return [...added]
  const shift = Math.round(right + GAP - left)
  return added.map((record) => {
    if (!isTopShape(record)) return record
    const [x, y, rotation, w, h] = record.geometry
    return { ...record, geometry: [x + shift, y, rotation, w, h] }
  })
}

function isTopShape(record: BoardRecord): record is BoardShape {
  return isShape(record) && record.parentId.startsWith('page:')
}
