import { CurrentGuessRound, GuessRound, OwnGuess } from '@samenreis/model/api/guesses'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { readAnswer } from './answer.ts'
import { client } from './client.ts'

const rounds = client.api.v1.rooms[':roomId']['guess-rounds']

/** The latest round of guessing and how far it is. @throws ProblemError */
export function readGuessRound(roomId: RoomId, signal: AbortSignal): Promise<CurrentGuessRound> {
  return readAnswer(rounds.current.$get({ param: { roomId } }, { init: { signal } }), CurrentGuessRound)
}

/** Lets staff guess a journey. Facilitators only. @throws ProblemError `not-found`, `conflict` */
export function openGuessRound(roomId: RoomId, journeyId: ShapeId): Promise<GuessRound> {
  return readAnswer(rounds.$post({ param: { roomId }, json: { journeyId } }), GuessRound)
}

/** Shows everybody everything that was guessed. Facilitators only. @throws ProblemError `not-found`, `conflict` */
export function revealGuesses(roomId: RoomId, roundId: string): Promise<GuessRound> {
  return readAnswer(rounds[':roundId'].reveal.$post({ param: { roomId, roundId } }), GuessRound)
}

/** Ends the guessing and throws away what was guessed. Facilitators only. @throws ProblemError `conflict` */
export function cancelGuesses(roomId: RoomId, roundId: string): Promise<GuessRound> {
  return readAnswer(rounds[':roundId'].cancel.$post({ param: { roomId, roundId } }), GuessRound)
}

/** What this person guessed so far. @throws ProblemError `conflict` when the round ended */
export function readOwnGuess(roomId: RoomId, roundId: string): Promise<OwnGuess> {
  return readAnswer(rounds[':roundId'].guess.$get({ param: { roomId, roundId } }), OwnGuess)
}

/** Keeps what this person guesses, whole. @throws ProblemError `conflict` when the round ended */
export function saveOwnGuess(roomId: RoomId, roundId: string, guess: OwnGuess): Promise<OwnGuess> {
  return readAnswer(rounds[':roundId'].guess.$put({ param: { roomId, roundId }, json: guess }), OwnGuess)
}
