import { z } from 'zod'
import { Language, ROOM_QUESTION_MAX_LENGTH, ROOM_TITLE_MAX_LENGTH } from '../api/rooms.ts'
import { Vote, VoteRound } from '../api/votes.ts'
import { ParticipantId } from '../ids/participantId.ts'
import { Role } from '../records/enumerations.ts'

/** The name that every version of the format starts with; a number follows. */
export const BOARD_FILE_FORMAT = 'klantreis.board/'

/** The version that is written, and the only one that is read so far. */
export const BOARD_FILE_SCHEMA = `${BOARD_FILE_FORMAT}1`

/** Most records in a file, those set aside included: as many as a room takes (reliability.md C6). */
export const BOARD_FILE_RECORDS_LIMIT = 5000

const ROUNDS_LIMIT = 200
const VOTES_LIMIT = 50_000
const VOTERS_LIMIT = 1000

/** Someone who voted: a role for the totals per group, and no name. */
const Voter = z.looseObject({ id: ParticipantId, role: Role })

/**
 * A whole board as a file, docs/export-format.md. Loose: what a later writer adds is not in the way. Records are judged one
 * by one, not here: a bad one must not cost the others.
 */
export const BoardFile = z.looseObject({
  schema: z.literal(BOARD_FILE_SCHEMA),
  exportedAt: z.iso.datetime(),
  room: z.looseObject({
    title: z.string().max(ROOM_TITLE_MAX_LENGTH),
    question: z.string().max(ROOM_QUESTION_MAX_LENGTH),
    language: Language,
    date: z.iso.date(),
  }),
  records: z.array(z.unknown()),
  /** Records that this board kept aside because they did not hold to their schema, as they stood in the document. */
  setAside: z.array(z.unknown()),
  rounds: z.array(VoteRound).max(ROUNDS_LIMIT),
  votes: z.array(Vote).max(VOTES_LIMIT),
  voters: z.array(Voter).max(VOTERS_LIMIT),
})
export type BoardFile = z.infer<typeof BoardFile>
