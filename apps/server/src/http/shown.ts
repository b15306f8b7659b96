import type { Room } from '@samenreis/model/api/rooms'
import type { RoomRecord } from '../storage/RoomDirectory.ts'

/** A room as its members see it: without what opens it. */
export function shownRoom({ id, title, question, language, date, createdAt, template, context }: RoomRecord): Room {
  return { id, title, question, language, date, createdAt, template, context }
}
