import { z } from 'zod'
import { peers } from './ServerUnderTest.ts'

/** What a crowd is to do; handed to the process that plays it. */
export const Plan = z.object({
  peer: z.enum(peers),
  origin: z.string(),
  /** The server's process, to measure it by. */
  serverPid: z.number().int(),
  rooms: z.number().int().min(1),
  /** In each room. */
  people: z.number().int().min(1).max(3000),
  writers: z.number().int().min(0),
  editsPerSecond: z.number(),
  /** How often a hand moves; who is told of it how often is the client's choice. */
  cursorsPerSecond: z.number(),
  /** In each room: who takes in what comes. */
  watchers: z.number().int().min(1),
  /** Presence of Yjs peers as a canvas has it, whole at every move, instead of name, colour and cursor. */
  wholePresence: z.boolean(),
  warmSeconds: z.number(),
  seconds: z.number().max(120),
})
export type Plan = z.infer<typeof Plan>

const Delay = z.object({ p50: z.number().nullable(), p95: z.number().nullable(), p99: z.number().nullable() })

/** What came of it. Delays in ms; null where nothing was to be measured. */
export const Outcome = z.object({
  editsSent: z.number(),
  /** Of all sightings that there should be, by each who watches. */
  editsSeen: z.number(),
  cursorsSentPerPerson: z.number(),
  /** Cursors that one person is shown a second, of all others together. */
  cursorsShown: z.number(),
  edit: Delay,
  cursor: Delay,
  durable: Delay.extend({ p999: z.number().nullable(), share: z.number() }).nullable(),
  /** Shares of one core. */
  serverCores: z.number(),
  crowdCores: z.number(),
  serverBytes: z.number(),
  /** Of the server before anybody came. */
  serverBytesBefore: z.number(),
  bytesPerPersonSecond: z.number(),
  messagesPerPersonSecond: z.number(),
  /** CPU of the server per edit that reached somebody, in microseconds; null when none did. */
  cpuMicrosPerDelivery: z.number().nullable(),
  /** Connections that ended before the crowd left, by code. */
  closed: z.record(z.string(), z.number()),
  joinSeconds: z.number(),
})
export type Outcome = z.infer<typeof Outcome>
