import { z } from 'zod'
import { ParticipantId } from '../ids/participantId.ts'
import { RoomId } from '../ids/roomId.ts'
import { ShapeId } from '../ids/recordId.ts'
import { Sentiment, Voice, type Role } from '../records/enumerations.ts'
import { STORED_LIST_LIMIT } from '../records/shapeKind.ts'
import { staffVoices } from '../journey/voices.ts'

/** Most steps that one guess has a face for. */
const GUESS_POINTS_LIMIT = STORED_LIST_LIMIT

const RoundId = z.string().min(1).max(64)

/**
 * Staff say how they think that the client felt, each for himself, before anybody sees it (NL: Eerst raden, dan laten zien).
 * Never in the document before it is revealed: whoever syncs a Y.Doc can read it. At most one round of a room is open.
 */
export const GuessRound = z.looseObject({
  id: RoundId,
  /** The journey that is guessed; it may be gone from the board by now. */
  journeyId: ShapeId,
  status: z.enum(['open', 'revealed', 'cancelled']),
  openedAt: z.iso.datetime(),
  /** null unless it was revealed. */
  revealedAt: z.iso.datetime().nullable(),
})
export type GuessRound = z.infer<typeof GuessRound>

/** Faces by step, -2 … 2. A missing step was not guessed, it is not zero; a step that is gone is ignored. */
const GuessPoints = z
  .record(ShapeId, Sentiment)
  .refine((points) => Object.keys(points).length <= GUESS_POINTS_LIMIT, { error: 'too many points' })
export type GuessPoints = z.infer<typeof GuessPoints>

/** What one person guesses in one round. Hidden from everybody else until the round is revealed. */
export const Guess = z.looseObject({
  roundId: RoundId,
  participantId: ParticipantId,
  /** In whose voice: of the role that the person had at the last tap. */
  voice: Voice,
  points: GuessPoints,
  /** Whether the person is done, as far as he says himself. */
  done: z.boolean(),
})
export type Guess = z.infer<typeof Guess>

/** How far the guessing is, without saying whose or what. */
export const GuessProgress = z.object({
  /** Staff who are here, or have guessed already. */
  invited: z.number().int().min(0),
  /** Those of them with at least one face. */
  started: z.number().int().min(0),
  finished: z.number().int().min(0),
})
export type GuessProgress = z.infer<typeof GuessProgress>

/** Answer of `GET /api/v1/rooms/:roomId/guess-rounds/current`: the latest round, whatever became of it; null = there was none. */
export const CurrentGuessRound = z.object({
  round: GuessRound.nullable(),
  progress: GuessProgress.nullable(),
  /** Whether who is asking is one of those who guess. */
  invited: z.boolean(),
})
export type CurrentGuessRound = z.infer<typeof CurrentGuessRound>

/** Body of `POST /api/v1/rooms/:roomId/guess-rounds`. */
export const NewGuessRound = z.object({ journeyId: ShapeId })
export type NewGuessRound = z.input<typeof NewGuessRound>

/** Body and answer of `PUT` and `GET …/guess-rounds/:roundId/guess`: one's own guess, whole. */
export const OwnGuess = z.object({ points: GuessPoints, done: z.boolean() })
export type OwnGuess = z.infer<typeof OwnGuess>

export const GuessRoundParam = z.object({ roomId: RoomId, roundId: RoundId })

/** The voice in which this role guesses, or null: clients know how it was, and who leads does not guess. */
export function guessingVoice(role: Role): Voice | null {
  return staffVoices.find((voice) => voice === role) ?? null
}
