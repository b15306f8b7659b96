import type { Room } from '@samenreis/model/api/rooms'
import type { Retention } from '../retention/Retention.ts'
import type { RoomRecord } from '../storage/RoomDirectory.ts'

/** A room as its members see it: without what opens it. */
export function shownRoom(room: RoomRecord, retention: Retention): Room {
  const { id, title, question, language, date, createdAt, template, context } = room
  return { id, title, question, language, date, createdAt, template, context, retention: retention.shown(room) }
}
