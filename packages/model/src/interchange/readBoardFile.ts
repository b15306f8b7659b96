import { z } from 'zod'
import { judgeRecord } from '../document/read.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import { BOARD_FILE_FORMAT, BOARD_FILE_RECORDS_LIMIT, BOARD_FILE_SCHEMA, BoardFile } from './boardFileSchema.ts'
import { inventedName } from './inventedName.ts'
import { isPlain } from './plainValue.ts'
import type { ImportedAttendee, RoomContent } from './roomContent.ts'

/** A record of the file that does not come along, and why. */
export interface SetAsideRecord {
  /** Its id, or its place in the list (`records.12`) when it has none. */
  readonly id: string
  readonly reason: 'unknown-id' | 'unknown-kind' | 'not-a-record' | 'invalid' | 'double'
  /** Fields that do not hold, as paths. */
  readonly fields: readonly string[]
  /** As it stands in the file. */
  readonly raw: unknown
}

export interface BoardFileContent extends RoomContent {
  readonly setAside: readonly SetAsideRecord[]
}

/** Why nothing of a file can be used. */
export type BoardFileProblem =
  /** Not one of our files, or one in which these fields (as paths) do not hold. */
  | { readonly code: 'wrong-format'; readonly fields: readonly string[] }
  /** One of ours that this version cannot read. */
  | { readonly code: 'unknown-version'; readonly version: string; readonly known: readonly string[] }
  | { readonly code: 'too-many'; readonly records: number; readonly limit: number }

export type BoardFileReading =
  | { readonly ok: true; readonly content: BoardFileContent }
  | { readonly ok: false; readonly problems: readonly BoardFileProblem[] }

const Header = z.looseObject({ schema: z.string(), records: z.unknown(), setAside: z.unknown() })

/**
 * The content of a board file, after `JSON.parse`. A record that does not hold is set aside alone; what an older version set
 * aside is judged anew. Voters get invented names.
 */
export function readBoardFile(json: unknown): BoardFileReading {
  const header = Header.safeParse(json)
  if (!header.success || !header.data.schema.startsWith(BOARD_FILE_FORMAT)) return refuse(wrongFormat(['schema']))
  const { schema, records, setAside } = header.data
  if (schema !== BOARD_FILE_SCHEMA) {
    return refuse({ code: 'unknown-version', version: schema, known: [BOARD_FILE_SCHEMA] })
  }
  // Counted before anything is judged: a file of millions costs no more than its own length.
  const count = lengthOf(records) + lengthOf(setAside)
  if (count > BOARD_FILE_RECORDS_LIMIT) {
    return refuse({ code: 'too-many', records: count, limit: BOARD_FILE_RECORDS_LIMIT })
  }
  const file = BoardFile.safeParse(json)
  if (!file.success) return refuse(wrongFormat(file.error.issues.map((issue) => issue.path.join('.'))))
  const stray = strayVotes(file.data)
  if (stray.length > 0) return refuse(wrongFormat(stray))
  const { title, question, language, date } = file.data.room
  const { rounds, votes } = file.data
  const attendees = attendeesOf(file.data)
  return { ok: true, content: { title, question, language, date, ...judged(file.data), attendees, rounds, votes } }
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0
}

function refuse(problem: BoardFileProblem): BoardFileReading {
  return { ok: false, problems: [problem] }
}

function wrongFormat(fields: readonly string[]): BoardFileProblem {
  return { code: 'wrong-format', fields: [...new Set(fields)] }
}

/** Votes in a round, or by somebody, that the file does not have. */
function strayVotes({ rounds, votes, voters }: BoardFile): string[] {
  const roundIds = new Set(rounds.map(({ id }) => id))
  const voterIds = new Set(voters.map(({ id }) => id))
  return votes.flatMap(({ roundId, participantId }, at) => [
    ...(roundIds.has(roundId) ? [] : [`votes.${at}.roundId`]),
    ...(voterIds.has(participantId) ? [] : [`votes.${at}.participantId`]),
  ])
}

function judged(file: BoardFile): Pick<BoardFileContent, 'records' | 'setAside'> {
  const records = new Map<string, BoardRecord>()
  const setAside: SetAsideRecord[] = []
  const lists = [
    { name: 'records', entries: file.records },
    { name: 'setAside', entries: file.setAside },
  ]
  for (const { name, entries } of lists) {
    for (const [at, raw] of entries.entries()) {
      const verdict = judge(raw, `${name}.${at}`)
      if (!verdict.ok) setAside.push({ ...verdict.because, raw })
      else if (records.has(verdict.record.id))
        setAside.push({ id: verdict.record.id, reason: 'double', fields: ['id'], raw })
      else records.set(verdict.record.id, verdict.record)
    }
  }
  return { records: [...records.values()], setAside }
}

const RawRecord = z.looseObject({ id: z.string() })

type Verdict = { ok: true; record: BoardRecord } | { ok: false; because: Omit<SetAsideRecord, 'raw'> }

function judge(raw: unknown, place: string): Verdict {
  const entry = RawRecord.safeParse(raw)
  if (!entry.success) return { ok: false, because: { id: place, reason: 'not-a-record', fields: ['id'] } }
  const { id } = entry.data
  if (!isPlain(raw)) return { ok: false, because: { id, reason: 'invalid', fields: [] } }
  const reading = judgeRecord(id, entry.data)
  return reading.ok ? reading : { ok: false, because: reading.quarantined }
}

function attendeesOf({ voters, room }: BoardFile): ImportedAttendee[] {
  const counts = new Map<string, number>()
  return voters.map(({ id, role }) => {
    const number = (counts.get(role) ?? 0) + 1
    counts.set(role, number)
    return { id, role, name: inventedName(role, number, room.language) }
  })
}
