import {
  createUserId,
  InstancePresenceRecordType,
  type TLInstancePresence,
  type TLPageId,
  type TLScribble,
  type TLShapeId,
  type TLStore,
} from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import type { Participant } from '@samenreis/model/api/participant'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { PageId, ShapeId, type RecordId } from '@samenreis/model/ids/recordId'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import { Presence } from '@samenreis/model/protocol/presence'
import { participantColor } from './participantColor.ts'
import type { Watchable } from './Watchable.ts'

/** How long it is remembered who had a record in hand, in ms: a deletion and the selection that goes with it travel apart. */
const HELD_MEMORY_MS = 5_000

export interface PresencesOptions {
  readonly store: TLStore
  readonly awareness: Awareness
  readonly roster: Watchable<readonly Participant[]>
  /** This tab's person: her other tabs are not shown to her. */
  readonly me: () => ParticipantId | null
  /** Time of the wall clock in ms; tldraw hides who did nothing for long. Used for showing only. */
  readonly now?: () => number
}

/** Shows the others on the canvas: their awareness states as tldraw's own presence records, names and colours from the roster. */
export class Presences {
  private readonly options: PresencesOptions
  private readonly now: () => number
  private readonly held = new Map<string, { by: ParticipantId; at: number }>()
  private stopFollowing: (() => void) | null = null

  constructor(options: PresencesOptions) {
    this.options = options
    this.now = options.now ?? Date.now
  }

  connect(): void {
    if (this.stopFollowing !== null) return
    const { awareness, roster } = this.options
    awareness.on('change', this.handleChange)
    const unsubscribe = roster.subscribe(this.showAll)
    this.stopFollowing = () => {
      awareness.off('change', this.handleChange)
      unsubscribe()
    }
    this.showAll()
  }

  /** Nobody is shown any more. */
  disconnect(): void {
    this.stopFollowing?.()
    this.stopFollowing = null
    const { store } = this.options
    const ids = store.allRecords().flatMap((record) => (record.typeName === 'instance_presence' ? [record.id] : []))
    store.mergeRemoteChanges(() => store.remove(ids))
  }

  /** Who has this record selected or types in it, or did a moment ago; null = nobody known. */
  holderOf(id: RecordId): ParticipantId | null {
    const held = this.held.get(id)
    return held !== undefined && this.now() - held.at <= HELD_MEMORY_MS ? held.by : null
  }

  private readonly showAll = (): void => this.show([...this.options.awareness.getStates().keys()], [])

  private readonly handleChange = (changes: { added: number[]; updated: number[]; removed: number[] }): void =>
    this.show([...changes.added, ...changes.updated], changes.removed)

  private show(clients: readonly number[], gone: readonly number[]): void {
    const { store, awareness } = this.options
    const put: TLInstancePresence[] = []
    const remove = gone.map(recordId)
    for (const client of clients) {
      if (client === awareness.clientID) continue
      const record = this.recordOf(client, awareness.getStates().get(client))
      if (record === null) remove.push(recordId(client))
      else put.push(record)
    }
    if (put.length === 0 && remove.length === 0) return
    store.mergeRemoteChanges(() => {
      store.put(put)
      store.remove(remove)
    })
  }

  private recordOf(client: number, state: unknown): TLInstancePresence | null {
    const parsed = Presence.safeParse(state)
    if (!parsed.success || parsed.data.p === undefined || parsed.data.p === this.options.me()) return null
    const roster = this.options.roster.get()
    const { p: participantId, c: cursor, g: page, s: selected = [], e: typing = null, l: laser } = parsed.data
    const shapes = selected.filter((id) => ShapeId.safeParse(id).success)
    this.rememberHeld(participantId, typing === null ? shapes : [...shapes, typing.split('.')[0] ?? ''])
    const pageId = PageId.safeParse(page)
    return InstancePresenceRecordType.create({
      id: recordId(client),
      userId: createUserId(participantId),
      userName: roster.find(({ id }) => id === participantId)?.name ?? '',
      color: participantColor(roster, participantId),
      currentPageId: (pageId.success ? pageId.data : FIRST_PAGE_ID) as unknown as TLPageId,
      cursor: cursor === undefined ? null : { x: cursor[0], y: cursor[1], type: 'default', rotation: 0 },
      selectedShapeIds: shapes as TLShapeId[],
      scribbles: laser === undefined ? [] : [laserLine(client, laser)],
      lastActivityTimestamp: this.now(),
      meta: { participantId, typing },
    })
  }

  private rememberHeld(by: ParticipantId, ids: readonly string[]): void {
    const at = this.now()
    for (const [id, held] of this.held) if (at - held.at > HELD_MEMORY_MS) this.held.delete(id)
    for (const id of ids) this.held.set(id, { by, at })
  }
}

function recordId(client: number): TLInstancePresence['id'] {
  return InstancePresenceRecordType.createId(String(client))
}

/** A laser line of somebody else, as tldraw draws its own. */
function laserLine(client: number, flat: readonly number[]): TLScribble {
  const points = Array.from({ length: Math.floor(flat.length / 2) }, (_, index) => ({
    x: flat[index * 2] ?? 0,
    y: flat[index * 2 + 1] ?? 0,
    z: 0.5,
  }))
  return {
    id: `laser-${client}`,
    points,
    size: 4,
    color: 'laser',
    opacity: 0.7,
    state: 'active',
    delay: 0,
    shrink: 0.05,
    taper: true,
  }
}
