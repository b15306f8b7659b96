import {
  createUserId,
  InstancePresenceRecordType,
  type TLInstancePresence,
  type TLPageId,
  type TLScribble,
  type TLShapeId,
  type TLStore,
} from 'tldraw'
import type { Participant } from '@samenreis/model/api/participant'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { PageId, ShapeId, type RecordId } from '@samenreis/model/ids/recordId'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { CrowdChange, Present } from '@samenreis/model/protocol/Crowd'
import { participantColor } from './participantColor.ts'
import type { RoomPeople } from './RoomPeople.ts'
import type { Watchable } from './Watchable.ts'

/** How long it is remembered who had a record in hand, in ms: a deletion and the selection that goes with it travel apart. */
const HELD_MEMORY_MS = 5_000

export interface PresencesOptions {
  readonly store: TLStore
  readonly people: Pick<RoomPeople, 'present' | 'subscribe'>
  readonly roster: Watchable<readonly Participant[]>
  /** This tab's person: her other tabs are not shown to her. */
  readonly me: () => ParticipantId | null
  /** Milliseconds on a clock that never jumps. */
  readonly now?: () => number
}

/** Shows the others on the canvas: what they show as tldraw's own presence records, names and colours from the roster. */
export class Presences {
  private readonly options: PresencesOptions
  private readonly now: () => number
  private readonly held = new Map<string, { by: ParticipantId; at: number }>()
  private stopFollowing: (() => void) | null = null

  constructor(options: PresencesOptions) {
    this.options = options
    this.now = options.now ?? (() => performance.now())
  }

  connect(): void {
    if (this.stopFollowing !== null) return
    const { people, roster } = this.options
    const endings = [people.subscribe(this.handleChange), roster.subscribe(this.showAll)]
    this.stopFollowing = () => {
      for (const end of endings) end()
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

  private readonly showAll = (): void => this.show(this.options.people.present.keys(), [])

  private readonly handleChange = ({ shown, gone }: CrowdChange): void => this.show(shown, gone)

  private show(connections: Iterable<number>, gone: Iterable<number>): void {
    const { store, people } = this.options
    const put: TLInstancePresence[] = []
    const remove = [...gone].map(recordId)
    for (const connection of connections) {
      const present = people.present.get(connection)
      const record = present === undefined ? null : this.recordOf(connection, present)
      // A number that somebody else had may be one's own now.
      if (record === null) remove.push(recordId(connection))
      else put.push(record)
    }
    if (put.length === 0 && remove.length === 0) return
    store.mergeRemoteChanges(() => {
      store.put(put)
      store.remove(remove)
    })
  }

  private recordOf(connection: number, { participantId, state }: Present): TLInstancePresence | null {
    if (participantId === this.options.me()) return null
    const roster = this.options.roster.get()
    const { c: cursor, g: page, s: selected = [], e: typing = null, l: laser } = state
    const shapes = selected.filter((id) => ShapeId.safeParse(id).success)
    this.rememberHeld(participantId, typing === null ? shapes : [...shapes, typing.split('.')[0] ?? ''])
    const pageId = PageId.safeParse(page)
    return InstancePresenceRecordType.create({
      id: recordId(connection),
      userId: createUserId(participantId),
      userName: roster.find(({ id }) => id === participantId)?.name ?? '',
      color: participantColor(roster, participantId),
      currentPageId: (pageId.success ? pageId.data : FIRST_PAGE_ID) as unknown as TLPageId,
      cursor: cursor === undefined ? null : { x: cursor[0], y: cursor[1], type: 'default', rotation: 0 },
      selectedShapeIds: shapes as TLShapeId[],
      scribbles: laser === undefined ? [] : [laserLine(connection, laser)],
      // tldraw hides who did nothing for long, by this device's clock; it is shown here and nowhere else.
      lastActivityTimestamp: Date.now(),
      meta: { participantId, typing },
    })
  }

  private rememberHeld(by: ParticipantId, ids: readonly string[]): void {
    const at = this.now()
    for (const [id, held] of this.held) if (at - held.at > HELD_MEMORY_MS) this.held.delete(id)
    for (const id of ids) this.held.set(id, { by, at })
  }
}

function recordId(connection: number): TLInstancePresence['id'] {
  return InstancePresenceRecordType.createId(String(connection))
}

/** A laser line of somebody else, as tldraw draws its own. */
function laserLine(connection: number, flat: readonly number[]): TLScribble {
  const points = Array.from({ length: Math.floor(flat.length / 2) }, (_, index) => ({
    x: flat[index * 2] ?? 0,
    y: flat[index * 2 + 1] ?? 0,
    z: 0.5,
  }))
  return {
    id: `laser-${connection}`,
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
