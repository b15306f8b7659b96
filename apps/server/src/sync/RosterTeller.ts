import type { Participant } from '@samenreis/model/api/participant'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { encodeServerMessage, type RoomEvent } from '@samenreis/model/protocol/messages'
import type { Log } from '../log.ts'
import type { RoomRegistry } from './RoomRegistry.ts'

/** People up to whom each change is told at once; and how long a telling of more makes the next one wait, for each of them. */
const AT_ONCE_MAX = 100
const PAUSE_MS_PER_PERSON = 2

interface Telling {
  again: boolean
  /** What everybody was told last; null before the first. */
  last: Uint8Array | null
}

/** Somebody who has just come. */
interface Newcomer {
  sendMessage(frame: Uint8Array): void
}

/**
 * Tells everybody in a room who takes part, when somebody comes or goes. Changes during one telling make one more. A telling goes
 * whole to each, so in a crowd they are spread: a thousand people who come in within a minute would be a thousand tellings of a
 * thousand names to a thousand people.
 */
export class RosterTeller {
  readonly #rooms: Pick<RoomRegistry, 'connected' | 'tell'>
  readonly #roster: (roomId: RoomId) => Promise<readonly Participant[]>
  readonly #log: Log
  readonly #telling = new Map<RoomId, Telling>()

  constructor(options: {
    readonly rooms: Pick<RoomRegistry, 'connected' | 'tell'>
    readonly roster: (roomId: RoomId) => Promise<readonly Participant[]>
    readonly log: Log
  }) {
    this.#rooms = options.rooms
    this.#roster = options.roster
    this.#log = options.log
  }

  /** Somebody came; while the others wait to be told, he is told what they know. */
  came(roomId: RoomId, newcomer: Newcomer): void {
    const last = this.#telling.get(roomId)?.last ?? null
    if (last !== null) newcomer.sendMessage(last)
    this.changed(roomId)
  }

  changed(roomId: RoomId): void {
    const telling = this.#telling.get(roomId)
    if (telling === undefined) void this.#tell(roomId)
    else telling.again = true
  }

  async #tell(roomId: RoomId): Promise<void> {
    const telling: Telling = { again: true, last: null }
    this.#telling.set(roomId, telling)
    while (telling.again && this.#rooms.connected(roomId).size > 0) {
      telling.again = false
      try {
        const event: RoomEvent = { kind: 'roster', participants: [...(await this.#roster(roomId))] }
        this.#rooms.tell(roomId, event)
        const people = this.#rooms.connected(roomId).size
        if (people <= AT_ONCE_MAX) continue
        telling.last = encodeServerMessage({ type: 'event', event })
        await new Promise((resolve) => setTimeout(resolve, people * PAUSE_MS_PER_PERSON).unref())
      } catch (error) {
        this.#log.warn('roster-not-read', { room: roomId, error })
      }
    }
    this.#telling.delete(roomId)
  }
}
