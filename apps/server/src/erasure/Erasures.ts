import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import type { Contribution } from '@samenreis/model/api/erasure'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { withoutPerson, type WithoutPerson } from '@samenreis/model/interchange/withoutPerson'
import type { GuessRounds } from '../guess/GuessRounds.ts'
import type { Log } from '../log.ts'
import type { RescueFiles } from '../rescue/RescueFiles.ts'
import type { ParticipantRecord, RoomDirectory } from '../storage/RoomDirectory.ts'
import type { BoardRooms } from '../sync/BoardRooms.ts'
import type { Versions } from '../versions/Versions.ts'
import { hashOfId, type ErasedList, type ErasureCause } from './ErasedList.ts'

export interface ErasuresDeps {
  readonly directory: RoomDirectory
  readonly rooms: Pick<BoardRooms, 'end' | 'makeAnew' | 'readAuthored' | 'disconnect' | 'tell'>
  readonly versions: Pick<Versions, 'erase' | 'eraseWith'>
  /** Rounds of guessing: none is shown while somebody is taken away. */
  readonly guesses: Pick<GuessRounds, 'alone'>
  readonly list: ErasedList
  /** Boards that could not be stored; null where there are none. */
  readonly rescueFiles: Pick<RescueFiles, 'removeOf'> | null
  /** Something was taken away: the store is to be written anew. */
  readonly purge: { ask(): void }
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: () => number
  readonly log: Log
}

/** Takes rooms, and what one person brought into one, away for good (reliability.md C8, F83). */
export class Erasures {
  readonly #deps: ErasuresDeps

  constructor(deps: ErasuresDeps) {
    this.#deps = deps
  }

  /**
   * Closes a room for everybody and takes away all of it. It stands on the list before anything happens: a crash halfway is
   * finished by the next start.
   *
   * @param by the facilitator who asks for it; null = its end has come
   * @throws StorageUnavailableError
   */
  async eraseRoom(roomId: RoomId, by: ParticipantId | null): Promise<void> {
    const cause = by === null ? 'retention' : 'facilitator'
    await this.#note(roomId, null, cause, by)
    await this.#takeRoom(roomId)
    this.#deps.log.info('room-erased', { room: roomId, reason: cause, ...(by === null ? {} : { person: by }) })
  }

  /** What `eraseContribution` would take away now. @throws RoomNotFoundError, StorageUnavailableError */
  async contributionOf(person: ParticipantRecord): Promise<Contribution> {
    const { board, authors } = await this.#deps.rooms.readAuthored(person.roomId)
    return this.#counted(person, withoutPerson(board, authors, person))
  }

  /**
   * Takes away what one person brought in, as far as it is known to be hers, and herself: her place, sessions, votes and guesses. The
   * board is made anew under another epoch, so that no tombstone is left and nobody brings it back (F84).
   *
   * @param by who asks for it: a facilitator, or she herself
   * @throws RoomNotFoundError, StorageUnavailableError; asked again, it goes on where it was
   */
  async eraseContribution(person: ParticipantRecord, by: ParticipantId): Promise<Contribution> {
    const { roomId, id } = person
    const cause = by === id ? 'participant' : 'facilitator'
    await this.#note(roomId, id, cause, by)
    const contribution = await this.#takePerson(person)
    this.#deps.log.info('contribution-erased', { room: roomId, reason: cause, person: by })
    return contribution
  }

  /**
   * Takes away again what the list says was erased and the store has all the same: after a backup was put back, or a crash
   * halfway. Before anybody is let in.
   * @returns how many rooms and people that were
   */
  async reapply(): Promise<number> {
    const { directory, list, log } = this.#deps
    let rooms = 0
    let people = 0
    for (const roomId of await directory.roomIds()) {
      if (list.hasRoom(roomId)) {
        await this.#takeRoom(roomId)
        rooms += 1
      } else if (list.hasPeopleOf(roomId)) {
        for (const person of await directory.participantsOf(roomId)) {
          if (!list.hasPerson(roomId, person.id)) continue
          await this.#takePerson(person)
          people += 1
        }
      }
    }
    if (rooms + people > 0) log.warn('erased-again', { numbers: { rooms, people } })
    return rooms + people
  }

  async #note(
    room: RoomId,
    person: ParticipantId | null,
    cause: ErasureCause,
    by: ParticipantId | null,
  ): Promise<void> {
    const hashed = (id: ParticipantId | null): string | null => (id === null ? null : hashOfId(id))
    const at = new Date(this.#deps.now()).toISOString()
    await this.#deps.list.add({ at, room: hashOfId(room), person: hashed(person), cause, by: hashed(by) })
  }

  async #takeRoom(roomId: RoomId): Promise<void> {
    const { directory, rooms, purge } = this.#deps
    await rooms.end(roomId, () => directory.eraseRoom(roomId))
    await this.#deps.rescueFiles?.removeOf(roomId)
    purge.ask()
  }

  /** A round that is shown meanwhile has her guess in hand, a version that is put back her words: both wait. */
  async #takePerson(person: ParticipantRecord): Promise<Contribution> {
    return this.#deps.guesses.alone(person.roomId, () =>
      person.role === 'screen' ? this.#takeScreen(person) : this.#takePersonAlone(person),
    )
  }

  /** A screen stays one and writes nothing: no board or version holds anything of it, and nobody is disturbed. */
  async #takeScreen({ roomId, id }: ParticipantRecord): Promise<Contribution> {
    const { directory, rooms } = this.#deps
    await directory.endSessionsOf(roomId, id)
    rooms.disconnect(roomId, (each) => each === id, 'not-signed-in')
    await directory.erasePerson(roomId, id, await directory.exportedActions(roomId), false)
    return { cards: 0, texts: 0, votes: 0 }
  }

  async #takePersonAlone(person: ParticipantRecord): Promise<Contribution> {
    const { directory, rooms, purge } = this.#deps
    const { roomId, id } = person
    // Her own edits against the erasure: she is out before it begins, and what the room took of her by then is in what is read.
    await directory.endSessionsOf(roomId, id)
    rooms.disconnect(roomId, (each) => each === id, 'not-signed-in')
    const { promise: made, resolve } = Promise.withResolvers<WithoutPerson>()
    // Earlier boards hold her words as well. Before she herself goes, so that a crash in between is finished by the next start.
    await this.#deps.versions.eraseWith(roomId, () =>
      rooms.makeAnew(roomId, (board, _sequence, authors) => {
        const without = withoutPerson(board, authors, person)
        resolve(without)
        return { ...without.board, authors: without.authors }
      }),
    )
    // What was to be kept of the board of before while it went (`many-gone`) stands behind that turn.
    await this.#deps.versions.erase(roomId)
    const without = await made
    const contribution = await this.#counted(person, without)
    const exported = await directory.exportedActions(roomId)
    await directory.erasePerson(roomId, id, exported.filter(staysKnown(person, without)))
    // What was rescued of this room holds her words; whose they are cannot be told there.
    await this.#deps.rescueFiles?.removeOf(roomId)
    purge.ask()
    rooms.tell(roomId, { kind: 'votes' })
    return contribution
  }

  async #counted({ roomId, id }: ParticipantRecord, { removed, changed }: WithoutPerson): Promise<Contribution> {
    const votes = await this.#deps.directory.votesOf(roomId)
    return {
      cards: removed.filter((each) => each.startsWith('shape:')).length,
      texts: changed.length,
      votes: votes.filter(({ participantId }) => participantId === id).length,
    }
  }
}

/**
 * Which exported actions may stay known: those of cards that are on the board and that nothing was taken from. Of a card that left the
 * board before nobody knows any more whose it was.
 */
function staysKnown(person: ParticipantRecord, { board, removed, changed }: WithoutPerson) {
  const onBoard = new Set<string>(board.records.map((record) => record.id))
  const touched = new Set<unknown>([...removed, ...changed, person.id, person.name])
  return (action: ImprovementAction): boolean => onBoard.has(action.source.shapeId) && !mentions(action, touched)
}

/** Whether one of these values stands anywhere in it. */
function mentions(value: unknown, sought: ReadonlySet<unknown>): boolean {
  if (typeof value !== 'object' || value === null) return sought.has(value)
  return Object.values(value).some((each) => mentions(each, sought))
}
