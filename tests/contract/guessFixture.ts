import type { Guess, GuessRound } from '@samenreis/model/api/guesses'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { nora } from './roomFixture.ts'

export const guessRound: GuessRound = {
  id: 'g1',
  journeyId: ShapeId.parse('shape:j1'),
  status: 'open',
  openedAt: '2026-11-22T10:00:00.000Z',
  revealedAt: null,
}

/** Nora's. */
export const guess: Guess = {
  roundId: 'g1',
  participantId: nora,
  voice: 'professional',
  points: { [ShapeId.parse('shape:t1')]: -2 },
  done: false,
}
