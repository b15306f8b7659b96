import { CurrentGuessRound, GuessRound, OwnGuess } from '@samenreis/model/api/guesses'
import { CreatedRoom, CreatedSession } from '@samenreis/model/api/rooms'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'
import { MainProcess } from '../support/MainProcess.ts'

/** Milliseconds after the order to reveal at which the process is killed: before, while and after it is stored. */
const moments = [0, 2, 4, 8, 16, 40] as const
const PEOPLE = 3

interface Line {
  readonly authorId: unknown
  readonly points: unknown
}

/** Lines on the stored board that staff of this test drew. */
async function lines(
  server: MainProcess,
  room: string,
  leader: CreatedSession,
  authors: readonly string[],
): Promise<Line[]> {
  const answer = await server.ask('GET', `/rooms/${room}/exports/board.json`, { token: leader.token })
  const found: Line[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { authorId, points } = value as Partial<Line>
    if (points !== undefined && authors.some((author) => author === authorId)) found.push({ authorId, points })
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(await answer.json())
  return found
}

test(
  '[GS5] killed at any moment of a reveal: nothing that was guessed is lost, and it is shown once',
  { timeout: 120_000 },
  async () => {
    const server = new MainProcess(temporaryFolder())
    await server.start()
    const made = CreatedRoom.parse(
      await (await server.ask('POST', '/rooms', { body: { title: 'Proef', start: 'demo-riet' } })).json(),
    )
    const room = made.room.id
    const join = async (right: 'facilitator' | 'participant', role: string): Promise<CreatedSession> => {
      const body = { secret: made.links[right], role }
      return CreatedSession.parse(await (await server.ask('POST', `/rooms/${room}/sessions`, { body })).json())
    }
    const leader = await join('facilitator', 'facilitator')
    const staff: CreatedSession[] = []
    for (let at = 0; at < PEOPLE; at += 1) staff.push(await join('participant', 'professional'))
    const authors = staff.map(({ participant }) => String(participant.id))
    const board = JSON.stringify(
      await (await server.ask('GET', `/rooms/${room}/exports/board.json`, { token: leader.token })).json(),
    )
    // Any journey of the demo that has a line, and a step of that line.
    const [, journeyId = '', step = ''] =
      /"journeyId":"(shape:[\w-]+)"[^}]*?"points":\{"(shape:[\w-]+)"/.exec(board) ?? []
    expect([journeyId, step]).not.toContain('')

    for (const [time, moment] of moments.entries()) {
      const opened = await server.ask('POST', `/rooms/${room}/guess-rounds`, {
        token: leader.token,
        body: { journeyId },
      })
      const round = GuessRound.parse(await opened.json())
      const base = `/rooms/${room}/guess-rounds/${round.id}`
      // Another face in each round, so that a line tells by which round it came.
      const guess = { points: { [step]: (time % 5) - 2 }, done: true }
      for (const { token } of staff) await server.ask('PUT', `${base}/guess`, { token, body: guess })
      const revealing = server.ask('POST', `${base}/reveal`, { token: leader.token }).catch(() => null)
      await new Promise((resolve) => setTimeout(resolve, moment))
      await server.kill()
      await revealing
      await server.start()
      const answer = await server.ask('GET', `/rooms/${room}/guess-rounds/current`, { token: leader.token })
      const { round: found } = CurrentGuessRound.parse(await answer.json())
      expect(found?.id).toBe(round.id)
      if (found?.status === 'open') {
        for (const { token } of staff) {
          expect(OwnGuess.parse(await (await server.ask('GET', `${base}/guess`, { token })).json())).toEqual(guess)
        }
      } else expect(found?.status).toBe('revealed')
      for (let again = 0; again < 2; again += 1) {
        expect((await server.ask('POST', `${base}/reveal`, { token: leader.token })).status).toBe(200)
      }
      const shown = await lines(server, room, leader, authors)
      expect(shown.map(({ authorId }) => String(authorId)).toSorted()).toEqual(authors.toSorted())
      for (const { points } of shown) expect(points).toEqual(guess.points)
    }
  },
)
