import * as Y from 'yjs'
import type { BoardDocument } from '../document/BoardDocument.ts'
import type { Quarantined } from '../document/read.ts'
import type { Vote, VoteRound } from '../api/votes.ts'
import type { ParticipantId } from '../ids/participantId.ts'
import type { Role } from '../records/enumerations.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import { BOARD_FILE_SCHEMA, type BoardFile } from './boardFileSchema.ts'

/** A board at one moment, as the file needs it. */
export interface WrittenBoard {
  readonly room: Pick<BoardFile['room'], 'title' | 'question' | 'language' | 'date'>
  /** ISO date-time by the clock of whoever writes. */
  readonly exportedAt: string
  readonly records: Iterable<BoardRecord>
  /** From `rawRecords`; [] when there are none. */
  readonly setAside: readonly Readonly<Record<string, unknown>>[]
  readonly rounds: readonly VoteRound[]
  readonly votes: readonly Vote[]
  /** Everyone of the room; only who voted goes into the file, without a name. */
  readonly attendees: readonly { readonly id: ParticipantId; readonly role: Role }[]
}

/** The board as plain JSON, records by id: the same board gives the same file. */
export function writeBoardFile(board: WrittenBoard): BoardFile {
  const { title, question, language, date } = board.room
  const voted = new Set(board.votes.map(({ participantId }) => participantId))
  return {
    schema: BOARD_FILE_SCHEMA,
    exportedAt: board.exportedAt,
    room: { title, question, language, date },
    records: [...board.records].sort(byId),
    setAside: [...board.setAside],
    rounds: [...board.rounds],
    votes: [...board.votes],
    voters: board.attendees.filter(({ id }) => voted.has(id)).map(({ id, role }) => ({ id, role })),
  }
}

/** The plain fields of records that were set aside, with their id, so that a file does not lose them. */
export function rawRecords(board: BoardDocument, quarantined: readonly Quarantined[]): Record<string, unknown>[] {
  return quarantined.map(({ id }) => {
    const fields: unknown = board.records.get(id)
    return fields instanceof Y.Map ? { ...fields.toJSON(), id } : { id }
  })
}

function byId(one: BoardRecord, other: BoardRecord): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
