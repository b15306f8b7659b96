import { z } from 'zod'

const DoorPlan = z.object({ path: z.string(), subprotocols: z.array(z.string()) })

/** Who comes into a large room, and when; handed to the process that plays it. */
export const JoinPlan = z.object({
  origin: z.string(),
  serverPid: z.number().int(),
  /** Comes first, when the room is on disk only. */
  first: DoorPlan,
  /** Comes and goes, alone, so many times; before that `reloads` times as the only one. */
  alone: DoorPlan,
  times: z.number().int(),
  reloads: z.number().int(),
  /** Are there before the others come, and drag. */
  editors: z.array(DoorPlan),
  editsPerSecond: z.number(),
  /** Sees what they do. */
  watcher: DoorPlan,
  /** Come all within so many seconds. */
  rush: z.array(DoorPlan),
  rushSeconds: z.number(),
})
export type JoinPlan = z.infer<typeof JoinPlan>

/** In ms, from the request to the last part of the board. */
export const JoinOutcome = z.object({
  /** The very first of a server that has just started, for whom the room is read from disk. */
  coldMs: z.number(),
  /** The same in a server that has run a while: all had left. */
  reloadMs: z.array(z.number()),
  aloneMs: z.array(z.number()),
  rushMs: z.array(z.number()),
  /** From the first request of the rush until everybody had the board. */
  rushAllMs: z.number(),
  /** Edits of the others: from sending to sight, before the rush and during it. */
  quietDelaysMs: z.array(z.number()),
  rushDelaysMs: z.array(z.number()),
  /** Bytes that one newcomer is sent. */
  boardBytes: z.number(),
  serverCpuSeconds: z.number(),
})
export type JoinOutcome = z.infer<typeof JoinOutcome>
