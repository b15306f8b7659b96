import type { Room } from '@samenreis/model/api/rooms'
import type { Retention } from '../retention/Retention.ts'
import type { RoomRecord } from '../storage/RoomDirectory.ts'

/** A room as its members see it: without what opens it. */
export function shownRoom(room: RoomRecord, retention: Retention): Room {
  const { id, title, question, language, date, createdAt, template, context, localCopies } = room
  const shown = { id, title, question, language, date, createdAt, template, context, localCopies }
  return { ...shown, retention: retention.shown(room) }
}
