import { createHmac, randomBytes } from 'node:crypto'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { pino, type DestinationStream } from 'pino'
import type { Env } from './env.ts'

/**
 * What may stand beside an event (reliability.md C8, F86): numbers, the room and a person as a keyed hash, one fixed word, and an error
 * without its message. Never a name, title, token, address, file name or payload.
 */
export interface LogFields {
  readonly room?: RoomId
  /** Who asked for it, as a keyed hash: for what must be answered for later. */
  readonly person?: ParticipantId
  /** One word out of a fixed list: a close reason, a problem code, a route's pattern. */
  readonly reason?: string
  readonly numbers?: Readonly<Record<string, number | boolean>>
  readonly error?: unknown
}

/** Writes events. An event is a fixed name in kebab-case, e.g. `room-loaded`. */
export interface Log {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

/** How deep the causes of an error are followed. */
const CAUSE_DEPTH = 3
/** How many places of a stack are written: enough to find the fault. */
const STACK_FRAMES = 8

/**
 * One line of JSON per event. Rooms are hashed with a key that lives as long as this process, so that lines about one room
 * can be put together and none can be traced back to it.
 */
export function createLog(level: Env['LOG_LEVEL'], destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` }
  const lines = destination === undefined ? pino(options) : pino(options, destination)
  const key = randomBytes(32)
  const hashed = (id: RoomId | ParticipantId): string => createHmac('sha256', key).update(id).digest('hex').slice(0, 12)
  const write = (kind: keyof Log, event: string, { room, person, reason, numbers, error }: LogFields = {}): void => {
    lines[kind]({
      event,
      ...(room === undefined ? {} : { room: hashed(room) }),
      ...(person === undefined ? {} : { person: hashed(person) }),
      ...(reason === undefined ? {} : { reason }),
      ...numbers,
      ...(error === undefined ? {} : { error: describeError(error, CAUSE_DEPTH) }),
    })
  }
  return {
    debug: (event, fields) => write('debug', event, fields),
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
  }
}

interface ErrorDescription {
  readonly name: string
  readonly code?: string
  readonly at?: readonly string[]
  readonly cause?: ErrorDescription
}

/** Kind, code and places of an error. Its message is left out: libraries quote what they choke on. */
function describeError(error: unknown, depth: number): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, STACK_FRAMES)
    .map((line) => line.trim())
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(at.length === 0 ? {} : { at }),
    ...(error.cause === undefined || depth === 0 ? {} : { cause: describeError(error.cause, depth - 1) }),
  }
}
