import type { CloseReason } from '@samenreis/model/protocol/closeCodes'
import type { LiveRoom } from '@samenreis/server/sync/LiveRoom'
import { equalityDeep } from 'lib0/function'

type Plain = Readonly<Record<string, unknown>>

/** Why who does not lead is refused for what he did with his own hands. */
export const LEADERS_ONLY: readonly CloseReason[] = ['journey-locked', 'leader-only']
/** Of ideas and cards: who does it, for whom, when, and how it stands. */
const LEADERS_FIELDS = ['owner', 'organisationId', 'deadline', 'status'] as const

const judged = new WeakSet<LiveRoom>()

/**
 * Holds every update that a room takes of somebody without all rights against what the room held before and holds after it, what
 * waits for storage included: who only looks changes nothing, and who does not lead nothing of a locked journey, nor what stands
 * in it, nor who does what and when (I5, JK1). Told with a walk of its own over the records, not with the server's rule.
 */
export function judgeRoom(room: LiveRoom, complain: (what: unknown) => void): void {
  if (judged.has(room)) return
  judged.add(room)
  const accept = room.accept.bind(room)
  room.accept = (update, member) => {
    if (member.facilitates) return accept(update, member)
    const before = acceptedRecords(room)
    const acceptance = accept(update, member)
    const after = acceptedRecords(room)
    if (acceptance.kind !== 'accepted' || !member.mayEdit) {
      if (!equalityDeep(before, after)) complain(new Error(`${acceptance.kind} changed the board`))
    } else if (!equalityDeep(lockedPart(before), lockedPart(after))) {
      complain(new Error('Somebody who does not lead changed a locked journey'))
    } else if (changesLeadersFields(before, after)) {
      complain(new Error('Somebody who does not lead changed who does what'))
    }
    return acceptance
  }
}

/** Everything that the room has accepted, stored or not, as plain data. */
function acceptedRecords({ room }: LiveRoom): Plain {
  let records: Plain = {}
  // A change that changes nothing: the one way to see what is not stored yet.
  room.write((board) => {
    records = board.records.toJSON()
  })
  return records
}

/** Locked journeys and all that stands in them. */
function lockedPart(records: Plain): Plain {
  return Object.fromEntries(Object.entries(records).filter(([id]) => isLocked(records, id)))
}

function isLocked(records: Plain, id: string): boolean {
  const seen = new Set<string>()
  for (let at: unknown = id; typeof at === 'string' && !seen.has(at);) {
    seen.add(at)
    const fields = fieldsOf(records, at)
    if (fields.get('type') === 'journey' && fields.get('locked') === true) return true
    at = fields.get('parentId') ?? fields.get('fromId')
  }
  return false
}

function changesLeadersFields(before: Plain, after: Plain): boolean {
  return Object.keys(before).some((id) => {
    const [old, now] = [fieldsOf(before, id), fieldsOf(after, id)]
    const type = old.get('type')
    if (type !== now.get('type') || (type !== 'idea' && type !== 'card')) return false
    return LEADERS_FIELDS.some((name) => old.has(name) && !equalityDeep(old.get(name), now.get(name)))
  })
}

function fieldsOf(records: Plain, id: string): ReadonlyMap<string, unknown> {
  const record = records[id]
  return new Map<string, unknown>(typeof record === 'object' && record !== null ? Object.entries(record) : [])
}
