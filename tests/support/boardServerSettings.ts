import { RoomId } from '@samenreis/model/ids/roomId'
import { z } from 'zod'

/** What a test may set of the live server in a process of its own. */
export const BoardServerSettings = z.object({
  limits: z.record(z.string(), z.number()).default({}),
  /** Every append waits so long before it begins; -1 for ever. */
  appendMs: z.number().default(0),
  /** Whether it is a newer version that brings rooms to a layout of its own. */
  migrates: z.boolean().default(false),
  rescueDir: z.string().nullable().default(null),
  rescueKey: z.string().default(''),
  crashesAfterMs: z.number().nullable().default(null),
  logLevel: z.enum(['silent', 'info', 'warn', 'error']).default('silent'),
  reserveBytes: z.number().default(0),
  /** Rooms beside the two that there always are. */
  moreRooms: z.array(RoomId).default([]),
})
export type BoardServerSettings = z.input<typeof BoardServerSettings>
