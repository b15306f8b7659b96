import type { Editor, TLShapeId } from 'tldraw'
import { journeyLock } from './JourneyLock.ts'

/** Whether this person may change nothing of this shape: it is or stands in a locked journey, and she does not lead. */
export function isHeldShape(editor: Editor, id: TLShapeId): boolean {
  return journeyLock(editor.store)?.isHeld(id) ?? false
}

/** Whether the person at this screen leads the session: facilitators, and everybody on a canvas of its own. */
export function leads(editor: Editor): boolean {
  return journeyLock(editor.store)?.isLed() ?? true
}

/** Whether this shape has a fixed place: it is or stands in a locked journey. Holds for who leads as well. */
export function isFixedShape(editor: Editor, id: TLShapeId): boolean {
  return (journeyLock(editor.store)?.lockedJourney(id) ?? null) !== null
}
