import { z } from 'zod'
import { ParticipantId } from '../ids/participantId.ts'

const recordId = z.string().max(80)

/** Most selected records, and most numbers of a line. */
export const SELECTION_MAX = 50
export const LINE_MAX = 200

/**
 * What one tab shows of its person while it is open: the awareness state of the y-websocket protocol. Names, drawings and
 * roles are not in it; they come once, with the roster (design.md, Bytes). Short keys, because this is what is sent most.
 */
export const Presence = z.looseObject({
  /** Whose presence it is. Written by the server from the session, whatever the client says (reliability.md F78). */
  p: ParticipantId.optional(),
  /** Cursor on the page, whole board pixels. Absent while the pointer is not on the board. */
  c: z.tuple([z.number().int(), z.number().int()]).optional(),
  /** The page it is on; absent = the first. */
  g: recordId.optional(),
  /** Selected records. */
  s: z.array(recordId).max(SELECTION_MAX).optional(),
  /** The record, and after a dot the field, that the person is typing in. */
  e: z.string().max(120).optional(),
  /** Laser or scribble points in progress, whole pixels, flat x,y,x,y. */
  l: z.array(z.number().int()).max(LINE_MAX).optional(),
})
export type Presence = z.infer<typeof Presence>

/** Largest presence state accepted, as JSON, in bytes (reliability.md F81). */
export const PRESENCE_MAX_BYTES = 4096
