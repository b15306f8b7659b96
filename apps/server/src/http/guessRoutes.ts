import { GuessRoundParam, NewGuessRound, OwnGuess } from '@samenreis/model/api/guesses'
import { Hono } from 'hono'
import type { AppDeps } from './AppDeps.ts'
import { facilitators, members, type MemberEnv } from './member.ts'
import { valid } from './valid.ts'

/** `/rooms/:roomId/guess-rounds`: guess first, then reveal. Nobody is told what somebody else guesses. */
export function guessRoutes({ guesses, versions, sessions, log }: AppDeps) {
  const round = valid('param', GuessRoundParam, 'not-found')
  return new Hono<MemberEnv>()
    .post('/', members(sessions), facilitators, valid('json', NewGuessRound), async (c) => {
      const { room } = c.var.member
      await versions.keepBefore(room.id, 'guess-opened')
      const opened = await guesses.open(room.id, c.req.valid('json').journeyId)
      log.info('guess-round-opened', { room: room.id })
      return c.json(opened, 201)
    })
    .get('/current', members(sessions), async (c) => {
      const { room, participant } = c.var.member
      return c.json(await guesses.current(room.id, participant), 200)
    })
    .get('/:roundId/guess', members(sessions), round, async (c) => {
      const { room, participant } = c.var.member
      return c.json(await guesses.own(room.id, c.req.valid('param').roundId, participant), 200)
    })
    .put('/:roundId/guess', members(sessions), round, valid('json', OwnGuess), async (c) => {
      const { room, participant } = c.var.member
      return c.json(await guesses.guess(room.id, c.req.valid('param').roundId, participant, c.req.valid('json')), 200)
    })
    .post('/:roundId/reveal', members(sessions), facilitators, round, async (c) => {
      const { room } = c.var.member
      await versions.keepBefore(room.id, 'guess-revealed')
      const revealed = await guesses.reveal(room.id, c.req.valid('param').roundId)
      log.info('guess-round-revealed', { room: room.id })
      return c.json(revealed, 200)
    })
    .post('/:roundId/cancel', members(sessions), facilitators, round, async (c) => {
      const { room } = c.var.member
      return c.json(await guesses.cancel(room.id, c.req.valid('param').roundId), 200)
    })
}
