import type { ParticipantId } from '@samenreis/model/ids/participantId'
import { Presence, PRESENCE_MAX_BYTES } from '@samenreis/model/protocol/presence'
import type { PresenceEntry } from './frames.ts'

/** One connection, as far as presence needs it; compared by identity. */
export interface PresenceOwner {
  readonly participantId: ParticipantId
  readonly mayEdit: boolean
}

/** Largest first clock of a connection: a day at the full rate is far below it. */
const FIRST_CLOCK_MAX = 100_000_000
/** Largest step of a clock. Frames may be dropped on the way, but not a thousand in a row (reliability.md F79). */
const CLOCK_STEP_MAX = 1000
/**
 * How many of those who left are remembered, so that a late echo does not bring them back as somebody else, and so that a
 * slow reader hears that they left.
 */
const DEPARTED_MAX = 64

/**
 * Who shows what, in one room, while they are connected: nothing of it is stored. A connection speaks for one client id, its
 * own; stock clients send back what they hear of others, and that is passed over.
 */
export class RoomPresence {
  readonly #states = new Map<number, PresenceEntry & { readonly owner: PresenceOwner }>()
  readonly #ids = new Map<PresenceOwner, number>()
  readonly #departed = new Map<number, { readonly participantId: ParticipantId; readonly clock: number }>()
  /** What the next tick tells everybody. */
  #changes = new Map<number, PresenceEntry>()

  get size(): number {
    return this.#states.size
  }

  get hasChanges(): boolean {
    return this.#changes.size > 0
  }

  /**
   * Takes what the connection says of itself.
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
      const known = this.#states.get(clientId)
      const isFirst = !this.#ids.has(owner)
      if (isFirst ? clock > FIRST_CLOCK_MAX : !isNextClock(clock, known?.clock)) return null
      const state = readState(json, owner.participantId)
      if (state === null) return null
      this.#ids.set(owner, clientId)
      this.#departed.delete(clientId)
      const entry = { clientId, clock, json: state }
      this.#states.set(clientId, { ...entry, owner })
      this.#changes.set(clientId, entry)
      return isFirst ? { clientId, clock, json: 'null' } : null
    }
    return null
  }

  /** Takes the connection's cursor away at once (reliability.md F80). */
  leave(owner: PresenceOwner): void {
    const clientId = this.#ids.get(owner)
    if (clientId === undefined) return
    this.#ids.delete(owner)
    const clock = this.#states.get(clientId)?.clock ?? 0
    this.#states.delete(clientId)
    this.#changes.set(clientId, { clientId, clock, json: 'null' })
    this.#departed.set(clientId, { participantId: owner.participantId, clock })
    for (const oldest of this.#departed.keys()) {
      if (this.#departed.size <= DEPARTED_MAX) break
      this.#departed.delete(oldest)
    }
  }

  /** What changed since the last time, latest wins. */
  takeChanges(): PresenceEntry[] {
    const changes = [...this.#changes.values()]
    this.#changes = new Map()
    return changes
  }

  /** Everybody, for somebody who has just come. */
  all(): PresenceEntry[] {
    return [...this.#states.values()].filter(({ json }) => json !== 'null')
  }

  /** Everybody, also who hides or has left of late, for somebody who missed what was told meanwhile. */
  catchUp(): PresenceEntry[] {
    const departed = [...this.#departed].map(([clientId, { clock }]) => ({ clientId, clock, json: 'null' }))
    return [...this.#states.values(), ...departed]
  }

  #speaksFor(
    owner: PresenceOwner,
    clientId: number,
    ownerOf: (clientId: number) => ParticipantId | undefined,
  ): boolean {
    const own = this.#ids.get(owner)
    if (own !== undefined) return own === clientId
    if (this.#states.has(clientId)) return false
    const claimant = ownerOf(clientId) ?? this.#departed.get(clientId)?.participantId
    return claimant === undefined || claimant === owner.participantId
  }
}

/** A renewal has the same state under the next clock; the same clock again is an echo. */
function isNextClock(clock: number, last: number | undefined): boolean {
  return last === undefined || (clock > last && clock - last <= CLOCK_STEP_MAX)
}

/** The state as others may see it: known keys that hold, and whose it is. null = it cannot be read. */
function readState(json: string, participantId: ParticipantId): string | null {
  if (json.length > PRESENCE_MAX_BYTES || Buffer.byteLength(json) > PRESENCE_MAX_BYTES) return null
  let state: unknown
  try {
    state = JSON.parse(json)
  } catch {
    return null
  }
  if (state === null) return 'null'
  if (typeof state !== 'object') return null
  const given = new Map<string, unknown>(Object.entries(state))
  const kept: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(Presence.shape)) {
    const reading = schema.safeParse(given.get(key))
    if (given.has(key) && reading.success) kept[key] = reading.data
  }
  return JSON.stringify({ ...kept, p: participantId })
}
