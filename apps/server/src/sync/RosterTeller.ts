import type { Participant } from '@samenreis/model/api/participant'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Log } from '../log.ts'
import type { RoomRegistry } from './RoomRegistry.ts'

/** Tells everybody in a room who takes part, when somebody comes or goes. Changes during one telling make one more. */
export class RosterTeller {
  readonly #rooms: RoomRegistry
  readonly #roster: (roomId: RoomId) => Promise<readonly Participant[]>
  readonly #log: Log
  readonly #telling = new Map<RoomId, { again: boolean }>()

  constructor(options: {
    readonly rooms: RoomRegistry
    readonly roster: (roomId: RoomId) => Promise<readonly Participant[]>
    readonly log: Log
  }) {
    this.#rooms = options.rooms
    this.#roster = options.roster
    this.#log = options.log
  }

  changed(roomId: RoomId): void {
    const telling = this.#telling.get(roomId)
    if (telling === undefined) void this.#tell(roomId)
    else telling.again = true
  }

  async #tell(roomId: RoomId): Promise<void> {
    const telling = { again: true }
    this.#telling.set(roomId, telling)
    while (telling.again && this.#rooms.connected(roomId).size > 0) {
      telling.again = false
      try {
        const participants = await this.#roster(roomId)
        this.#rooms.tell(roomId, { kind: 'roster', participants: [...participants] })
      } catch (error) {
        this.#log.warn('roster-not-read', { room: roomId, error })
      }
    }
    this.#telling.delete(roomId)
  }
}
