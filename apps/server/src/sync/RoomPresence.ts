import type { ParticipantId } from '@samenreis/model/ids/participantId'
import { Presence, PRESENCE_MAX_BYTES } from '@samenreis/model/protocol/presence'
import {
  changedPresence,
  changeOf,
  CURSOR_MOVED,
  presenceChange,
  type PresenceChange,
  type PresenceNews,
} from '@samenreis/model/protocol/presenceFrames'
import { presenceIntervalMs } from '@samenreis/model/protocol/presenceInterval'
import type { PresenceEntry } from './frames.ts'

/** One connection, as far as presence needs it; compared by identity. */
export interface PresenceOwner {
  readonly participantId: ParticipantId
  readonly mayEdit: boolean
}

/** What one tick tells, in both of its forms. */
export interface PresenceTick {
  /** For those who read our own messages; null = nothing that they would see. */
  readonly news: PresenceNews | null
  /** For stock clients. */
  readonly entries: () => readonly PresenceEntry[]
}

interface Shown {
  readonly owner: PresenceOwner
  /** By what those who read our own messages know it. */
  readonly connection: number
  /** By what stock clients know it. */
  readonly clientId: number
  clock: number
  /** null = shows nothing at this moment. */
  state: Presence | null
  /** Whether others who read our own messages have been told that it is there. */
  isTold: boolean
  /** Whether somebody who came was given it with the whole, maybe before the others were told of it. */
  isGiven: boolean
  /** Which keys changed since the last tick, as bits of `PresenceChange.keys`. */
  changedKeys: number
}

/** Who left, as stock clients are told. */
interface Departed {
  readonly participantId: ParticipantId
  readonly clock: number
}

/** Largest first clock of a connection: a day at the full rate is far below it. */
const FIRST_CLOCK_MAX = 100_000_000
/** Largest step of a clock. Frames may be dropped on the way, but not a thousand in a row (reliability.md F79). */
const CLOCK_STEP_MAX = 1000
/** Client ids of Yjs are 32 bits wide. Above them stand those who have none, because they speak our own messages. */
const CLIENT_ID_MAX = 0xff_ff_ff_ff
/**
 * How many of those who left are remembered, so that a late echo does not bring them back as somebody else, and so that a
 * slow reader hears that they left.
 */
const DEPARTED_MAX = 64

/**
 * Who shows what, in one room, while they are connected: nothing of it is stored. A connection speaks for itself alone: over our
 * own messages it has no means to name another; over the stock protocol it has one client id, its own, and what stock clients
 * send back of others is passed over. Each is told to the other kind of client in its own form.
 */
export class RoomPresence {
  readonly #shown = new Map<PresenceOwner, Shown>()
  readonly #byClientId = new Map<number, Shown>()
  readonly #departed = new Map<number, Departed>()
  /** Numbers below `#numbers` that nobody has. */
  readonly #freeNumbers: number[] = []
  #numbers = 0
  /** Rises with everything told under the client ids that the server gives: a number may be given again. */
  #clock = 0
  readonly #changed = new Set<Shown>()
  /** Who went away since the last tick, of those who were told to be there. */
  #left: number[] = []
  #leftEntries: PresenceEntry[] = []

  get size(): number {
    return this.#shown.size
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0 || this.#left.length > 0 || this.#leftEntries.length > 0
  }

  /** Shortest time between two moves of one connection, in milliseconds, as many as there are now. */
  get intervalMs(): number {
    return presenceIntervalMs(this.#shown.size)
  }

  /** Takes what a connection says of itself over our own messages. @param change null = it shows nothing any more */
  move(owner: PresenceOwner, change: PresenceChange | null): void {
    if (!owner.mayEdit) return
    const known = this.#shown.get(owner)
    if (known === undefined) {
      if (change === null) return
      const connection = this.#takeNumber()
      this.#add({ owner, connection, clientId: CLIENT_ID_MAX + 1 + connection }, ++this.#clock, change)
      return
    }
    // Before our own message a stock one may have come; its client id keeps its own clock.
    known.clock = known.clientId > CLIENT_ID_MAX ? ++this.#clock : known.clock + 1
    if (change === null) this.#show(known, null, 0)
    else this.#show(known, changedPresence(known.state ?? {}, change), change.keys)
  }

  /**
   * Takes what the connection says of itself as stock clients do.
   * @param ownerOf participant that a client id belongs to in the document
   * @returns an entry to send back to this connection alone, after its first: peers may still hold the clock of an earlier
   * visit, and pass over clock 0 in any case; a client that is told that it left answers with a higher one. null = nothing
   */
  accept(
    owner: PresenceOwner,
    entries: readonly PresenceEntry[],
    ownerOf: (clientId: number) => ParticipantId | undefined,
  ): PresenceEntry | null {
    if (!owner.mayEdit) return null
    for (const { clientId, clock, json } of entries) {
      if (!this.#speaksFor(owner, clientId, ownerOf)) continue
      const known = this.#shown.get(owner)
      if (known === undefined ? clock > FIRST_CLOCK_MAX : !isNextClock(clock, known.clock)) return null
      const state = readState(json)
      if (state === undefined) return null
      if (known === undefined) {
        this.#departed.delete(clientId)
        this.#add(
          { owner, connection: this.#takeNumber(), clientId },
          clock,
          state === null ? null : { keys: 0, values: state },
        )
        return { clientId, clock, json: 'null' }
      }
      known.clock = clock
      this.#show(known, state, presenceChange(known.state ?? {}, state ?? {})?.keys ?? 0)
      return null
    }
    return null
  }

  /** Takes the connection's cursor away at once (reliability.md F80). */
  leave(owner: PresenceOwner): void {
    const shown = this.#shown.get(owner)
    if (shown === undefined) return
    this.#shown.delete(owner)
    this.#byClientId.delete(shown.clientId)
    this.#changed.delete(shown)
    const { connection, clientId, isTold, isGiven } = shown
    this.#freeNumbers.push(connection)
    if (isTold || isGiven) this.#left.push(connection)
    const clock = clientId > CLIENT_ID_MAX ? ++this.#clock : shown.clock
    this.#leftEntries.push({ clientId, clock, json: 'null' })
    this.#departed.set(clientId, { participantId: owner.participantId, clock })
    for (const oldest of this.#departed.keys()) {
      if (this.#departed.size <= DEPARTED_MAX) break
      this.#departed.delete(oldest)
    }
  }

  /** What changed since the last time, latest wins. */
  takeChanges(): PresenceTick {
    const left = this.#left
    const came: PresenceNews['came'][number][] = []
    const moved: PresenceNews['moved'][number][] = []
    const changed: PresenceNews['changed'][number][] = []
    for (const shown of this.#changed) {
      const { connection, state, changedKeys, isTold, isGiven } = shown
      shown.changedKeys = 0
      if (state === null) {
        if (isTold || isGiven) left.push(connection)
        shown.isTold = false
        shown.isGiven = false
      } else if (!isTold) {
        came.push({ connection, participantId: shown.owner.participantId, state })
        shown.isTold = true
      } else if (changedKeys === CURSOR_MOVED && state.c !== undefined) moved.push({ connection, cursor: state.c })
      else if (changedKeys !== 0) changed.push({ connection, change: changeOf(changedKeys, state) })
    }
    const isNews = left.length + came.length + moved.length + changed.length > 0
    const stock = [...this.#changed]
    const gone = this.#leftEntries.filter(({ clientId }) => !this.#byClientId.has(clientId))
    this.#changed.clear()
    this.#left = []
    this.#leftEntries = []
    return {
      news: isNews ? { whole: false, intervalMs: this.intervalMs, left, came, moved, changed } : null,
      entries: () => [...gone, ...stock.map(entryOf)],
    }
  }

  /** Everybody, for somebody who has just come or missed something and reads our own messages. */
  whole(): PresenceNews {
    const came = [...this.#shown.values()].flatMap((shown) => {
      const { connection, owner, state } = shown
      if (state === null) return []
      shown.isGiven = true
      return [{ connection, participantId: owner.participantId, state }]
    })
    return { whole: true, intervalMs: this.intervalMs, left: [], came, moved: [], changed: [] }
  }

  /** Everybody, for a stock client that has just come. */
  all(): PresenceEntry[] {
    return [...this.#shown.values()].filter(({ state }) => state !== null).map(entryOf)
  }

  /** Everybody, also who hides or has left of late, for a stock client that missed what was told meanwhile. */
  catchUp(): PresenceEntry[] {
    const departed = [...this.#departed].map(([clientId, { clock }]) => ({ clientId, clock, json: 'null' }))
    return [...[...this.#shown.values()].map(entryOf), ...departed]
  }

  #add(who: Pick<Shown, 'owner' | 'connection' | 'clientId'>, clock: number, change: PresenceChange | null): void {
    const state = change === null ? null : changedPresence({}, change)
    const shown: Shown = { ...who, clock, state, isTold: false, isGiven: false, changedKeys: 0 }
    this.#departed.delete(who.clientId)
    this.#shown.set(who.owner, shown)
    this.#byClientId.set(who.clientId, shown)
    this.#changed.add(shown)
  }

  #show(shown: Shown, state: Presence | null, keys: number): void {
    shown.state = state
    shown.changedKeys |= keys
    this.#changed.add(shown)
  }

  /** The lowest number that is free, or nearly: few people have short ones. */
  #takeNumber(): number {
    return this.#freeNumbers.pop() ?? this.#numbers++
  }

  #speaksFor(
    owner: PresenceOwner,
    clientId: number,
    ownerOf: (clientId: number) => ParticipantId | undefined,
  ): boolean {
    const own = this.#shown.get(owner)
    if (own !== undefined) return own.clientId === clientId
    if (clientId > CLIENT_ID_MAX || this.#byClientId.has(clientId)) return false
    const claimant = ownerOf(clientId) ?? this.#departed.get(clientId)?.participantId
    return claimant === undefined || claimant === owner.participantId
  }
}

function entryOf({ clientId, clock, state, owner }: Shown): PresenceEntry {
  return { clientId, clock, json: state === null ? 'null' : JSON.stringify({ ...state, p: owner.participantId }) }
}

/** A renewal has the same state under the next clock; the same clock again is an echo. */
function isNextClock(clock: number, last: number): boolean {
  return clock > last && clock - last <= CLOCK_STEP_MAX
}

/** The state as others may see it: the known keys that hold. null = nothing is shown; undefined = it cannot be read. */
function readState(json: string): Presence | null | undefined {
  if (json.length > PRESENCE_MAX_BYTES || Buffer.byteLength(json) > PRESENCE_MAX_BYTES) return undefined
  let state: unknown
  try {
    state = JSON.parse(json)
  } catch {
    return undefined
  }
  if (state === null) return null
  if (typeof state !== 'object') return undefined
  const given = new Map<string, unknown>(Object.entries(state))
  const kept: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(Presence.shape)) {
    // Whose it is says the session (reliability.md F78).
    if (key === 'p' || !given.has(key)) continue
    const reading = schema.safeParse(given.get(key))
    if (reading.success) kept[key] = reading.data
  }
  return kept
}
