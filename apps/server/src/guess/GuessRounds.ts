import {
  guessingVoice,
  type CurrentGuessRound,
  type Guess,
  type GuessProgress,
  type GuessRound,
  type OwnGuess,
} from '@samenreis/model/api/guesses'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { isShape } from '@samenreis/model/records/recordClass'
import type { RandomBytes } from '../access/secrets.ts'
import type { ParticipantRecord, RoomDirectory } from '../storage/RoomDirectory.ts'
import type { BoardRooms } from '../sync/BoardRooms.ts'
import { GuessRoundError } from './GuessRoundError.ts'
import { Turns } from './Turns.ts'
import { hasGuessesOf, writeGuesses } from './writeGuesses.ts'

const ID_BYTES = 12

export interface GuessRoundsDeps {
  readonly directory: RoomDirectory
  readonly rooms: Pick<BoardRooms, 'read' | 'write' | 'tell' | 'connected'>
  readonly random: RandomBytes
  readonly now: () => number
}

/**
 * Guess first, then reveal: staff say how they think that the client felt, and nobody sees it until the facilitator shows all
 * at once. Until then it stands in the store alone; what people are told through the socket is that something changed, never
 * what. Everything that changes a round of a room is done one after the other, so a guess is in a reveal or comes too late,
 * and two facilitators who press at once reveal once.
 */
export class GuessRounds {
  readonly #deps: GuessRoundsDeps
  readonly #turns = new Turns<RoomId>()
  /** Open rounds of which this process knows that nothing of them is on the board. */
  readonly #known = new Set<string>()

  constructor(deps: GuessRoundsDeps) {
    this.#deps = deps
  }

  /** The latest round as this person may know it. @throws RoomNotFoundError, StorageUnavailableError */
  current(roomId: RoomId, { role }: ParticipantRecord): Promise<CurrentGuessRound> {
    return this.#turns.take(roomId, async () => {
      const round = await this.#latest(roomId)
      const progress = round?.status === 'open' ? await this.#progress(roomId, round) : null
      return {
        round: round === null ? null : shown(round),
        progress,
        invited: round?.status === 'open' && guessingVoice(role) !== null,
      }
    })
  }

  /**
   * Opens a round about a journey; the round that is open about that journey already is given as it is.
   * @throws GuessRoundError `gone` when there is no such journey, `other-open`
   */
  open(roomId: RoomId, journeyId: ShapeId): Promise<GuessRound> {
    return this.#turns.take(roomId, async () => {
      const latest = await this.#latest(roomId)
      if (latest?.status === 'open') {
        if (latest.journeyId === journeyId) return shown(latest)
        throw new GuessRoundError('other-open')
      }
      const { records } = await this.#deps.rooms.read(roomId)
      if (records.get(journeyId)?.type !== 'journey') throw new GuessRoundError('gone')
      const { directory, random, now } = this.#deps
      const round: StoredRound = {
        mark: Buffer.from(random(ID_BYTES)).toString('base64url'),
        id: Buffer.from(random(ID_BYTES)).toString('base64url'),
        journeyId,
        status: 'open',
        openedAt: new Date(now()).toISOString(),
        revealedAt: null,
      }
      await directory.openGuessRound(roomId, round)
      this.#known.add(round.id)
      this.#tell(roomId)
      return shown(round)
    })
  }

  /** What this person guessed so far. @throws GuessRoundError `gone`, `ended` */
  own(roomId: RoomId, roundId: string, { id }: ParticipantRecord): Promise<OwnGuess> {
    return this.#turns.take(roomId, async () => {
      await this.#openRound(roomId, roundId)
      const guesses = await this.#deps.directory.guessesOf(roomId, roundId)
      const own = guesses.find(({ participantId }) => participantId === id)
      return { points: own?.points ?? {}, done: own?.done ?? false }
    })
  }

  /** Keeps what this person guesses, in the place of what he guessed before. @throws GuessRoundError `gone`, `ended`, `not-invited` */
  guess(roomId: RoomId, roundId: string, { id }: ParticipantRecord, { points, done }: OwnGuess): Promise<OwnGuess> {
    return this.#turns.take(roomId, async () => {
      const round = await this.#openRound(roomId, roundId)
      // As he is now: he may have been taken away, or been given another role, since he asked.
      const person = (await this.#deps.directory.participantsOf(roomId)).find((each) => each.id === id)
      const voice = person === undefined ? null : guessingVoice(person.role)
      if (voice === null) throw new GuessRoundError('not-invited')
      const before = await this.#progress(roomId, round)
      const guess: Guess = { roundId, participantId: id, voice, points, done }
      await this.#deps.directory.saveGuess(roomId, guess)
      const after = await this.#progress(roomId, round)
      // Told only when a count changes: otherwise it would say how often somebody taps.
      if (after.started !== before.started || after.finished !== before.finished) this.#tell(roomId)
      return { points, done }
    })
  }

  /**
   * Shows everything that was guessed, to everybody at the same moment, as one change of the board that is stored first. One that
   * was revealed already stays as it is. @throws GuessRoundError `gone`, `ended`; RoomNotFoundError, StorageUnavailableError
   */
  reveal(roomId: RoomId, roundId: string): Promise<GuessRound> {
    return this.#turns.take(roomId, async () => {
      const round = await this.#find(roomId, roundId)
      if (round.status === 'revealed') return shown(round)
      if (round.status === 'cancelled') throw new GuessRoundError('ended')
      const { directory, rooms } = this.#deps
      const guesses = await directory.guessesOf(roomId, roundId)
      const names = new Map((await directory.participantsOf(roomId)).map(({ id, name }) => [id, name]))
      // From here on the board may have them, whatever happens to this process or the store.
      this.#known.delete(roundId)
      await rooms.write(roomId, (board) => {
        if (!writeGuesses(board, { ...round, mark: markOf(round) }, guesses, (id) => names.get(id) ?? ''))
          throw new GuessRoundError('gone')
      })
      return shown(await this.#end(roomId, round, 'revealed'))
    })
  }

  /** Ends a round without showing anything; what was guessed is thrown away. @throws GuessRoundError `gone`, `ended` */
  cancel(roomId: RoomId, roundId: string): Promise<GuessRound> {
    return this.#turns.take(roomId, async () => {
      const round = await this.#find(roomId, roundId)
      if (round.status === 'cancelled') return shown(round)
      if (round.status === 'revealed') throw new GuessRoundError('ended')
      return shown(await this.#end(roomId, round, 'cancelled'))
    })
  }

  /** Does something of the room while no round of it is changed. */
  alone<T>(roomId: RoomId, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(roomId, work)
  }

  async #end(roomId: RoomId, round: GuessRound, status: 'revealed' | 'cancelled'): Promise<GuessRound> {
    const { directory, now } = this.#deps
    const revealedAt = status === 'revealed' ? new Date(now()).toISOString() : null
    const ended: GuessRound = { ...round, status, revealedAt }
    await directory.endGuessRound(roomId, ended)
    this.#known.delete(round.id)
    this.#tell(roomId)
    return ended
  }

  async #latest(roomId: RoomId): Promise<GuessRound | null> {
    const rounds = await this.#deps.directory.guessRoundsOf(roomId)
    const latest = rounds.at(-1)
    return latest === undefined ? null : this.#asItIs(roomId, latest)
  }

  async #find(roomId: RoomId, roundId: string): Promise<GuessRound> {
    const rounds = await this.#deps.directory.guessRoundsOf(roomId)
    const round = rounds.find(({ id }) => id === roundId)
    if (round === undefined) throw new GuessRoundError('gone')
    return this.#asItIs(roomId, round)
  }

  async #openRound(roomId: RoomId, roundId: string): Promise<GuessRound> {
    const round = await this.#find(roomId, roundId)
    if (round.status !== 'open') throw new GuessRoundError('ended')
    return round
  }

  /** A round that is on the board was revealed, also when the server died before it could write that down. */
  async #asItIs(roomId: RoomId, round: GuessRound): Promise<GuessRound> {
    if (round.status !== 'open' || this.#known.has(round.id)) return round
    const { records } = await this.#deps.rooms.read(roomId)
    const isShown = hasGuessesOf(markOf(round), [...records.values()].filter(isShape))
    if (isShown) return this.#end(roomId, round, 'revealed')
    this.#known.add(round.id)
    return round
  }

  async #progress(roomId: RoomId, round: GuessRound): Promise<GuessProgress> {
    const { directory, rooms } = this.#deps
    const [people, guesses] = await Promise.all([
      directory.participantsOf(roomId),
      directory.guessesOf(roomId, round.id),
    ])
    const begun = new Set(
      guesses.filter(({ points }) => Object.keys(points).length > 0).map((each) => each.participantId),
    )
    const done = new Set(guesses.filter((each) => each.done).map((each) => each.participantId))
    const here = rooms.connected(roomId)
    const invited = people.filter(
      ({ id, role, demo }) =>
        !demo && ((guessingVoice(role) !== null && here.has(id)) || begun.has(id) || done.has(id)),
    )
    return {
      invited: invited.length,
      started: invited.filter(({ id }) => begun.has(id)).length,
      finished: invited.filter(({ id }) => done.has(id)).length,
    }
  }

  #tell(roomId: RoomId): void {
    this.#deps.rooms.tell(roomId, { kind: 'guess' })
  }
}

/** A round with what only its own curves carry: nobody is told it before they are on the board, so that nobody else can make one. */
type StoredRound = GuessRound & { readonly mark?: string }

/** Rounds of before have none of their own. */
function markOf({ id, mark }: StoredRound): string {
  return typeof mark === 'string' ? mark : id
}

/** As people are told of it. */
function shown({ mark: _mark, ...round }: StoredRound): GuessRound {
  return round
}
