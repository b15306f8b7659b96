import type { ParticipantId } from '../ids/participantId.ts'
import type { Presence } from './presence.ts'
import { changedPresence, type PresenceNews } from './presenceFrames.ts'

/** Somebody who is there: whose connection, and what it shows. */
export interface Present {
  readonly participantId: ParticipantId
  readonly state: Presence
}

/** Numbers of connections that are shown otherwise now, and of those that are gone. */
export interface CrowdChange {
  readonly shown: ReadonlySet<number>
  readonly gone: ReadonlySet<number>
}

/** Everybody's presence in one room, as a client puts it together from the server's news. */
export class Crowd {
  private readonly people = new Map<number, Present>()

  /** Everybody by the number of his connection; one's own connections are among them. */
  get present(): ReadonlyMap<number, Present> {
    return this.people
  }

  /** Takes the server's news in. News of somebody who is not known is passed over. */
  take({ whole, left, came, moved, changed }: PresenceNews): CrowdChange {
    const shown = new Set<number>()
    const gone = new Set<number>()
    for (const connection of whole ? [...this.people.keys()] : left) {
      if (this.people.delete(connection)) gone.add(connection)
    }
    for (const { connection, participantId, state } of came) {
      this.people.set(connection, { participantId, state })
      shown.add(connection)
      gone.delete(connection)
    }
    const update = (connection: number, state: (before: Presence) => Presence): void => {
      const known = this.people.get(connection)
      if (known === undefined) return
      this.people.set(connection, { participantId: known.participantId, state: state(known.state) })
      shown.add(connection)
    }
    for (const { connection, cursor } of moved) update(connection, (state) => ({ ...state, c: [cursor[0], cursor[1]] }))
    for (const { connection, change } of changed) update(connection, (state) => changedPresence(state, change))
    return { shown, gone }
  }

  /** Nobody is known any more. */
  clear(): CrowdChange {
    const gone = new Set(this.people.keys())
    this.people.clear()
    return { shown: new Set(), gone }
  }
}
