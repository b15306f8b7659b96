import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'
import { ParticipantId } from '../ids/participantId.ts'
import { RoomId } from '../ids/roomId.ts'
import { Role } from '../records/enumerations.ts'
import { Participant } from '../api/participant.ts'
import { closeCodes, type CloseReason } from './closeCodes.ts'
import { readNews, writeChange, writeNews, type PresenceChange, type PresenceNews } from './presenceFrames.ts'

/**
 * Messages on the socket. 0 to 3 are y-websocket's own (y-protocols); from 100 up ours, sent only to clients that offered
 * the subprotocol `samenreis.v1`. docs/protocol.md describes them.
 */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  hello: 100,
  durable: 101,
  reject: 102,
  state: 103,
  event: 104,
  move: 105,
  presence: 106,
  piece: 107,
} as const

/** Sub-types of `sync` (y-protocols). `step2` and `update` are document frames: they carry edits and are counted. */
export const syncTypes = { step1: 0, step2: 1, update: 2 } as const

/** Offered by clients that understand the messages from 100 up. */
export const SUBPROTOCOL = 'samenreis.v1'
/** Offered by stock clients beside their token; the server then answers with this word. */
export const STOCK_SUBPROTOCOL = 'y-websocket'
/** A client says as the subprotocol `schema.<n>` which version of the layout it knows (reliability.md F17). */
export const SCHEMA_SUBPROTOCOL_PREFIX = 'schema.'
/** The version that a client knows who says nothing of it. */
export const UNSAID_SCHEMA_VERSION = 1
/** A token travels as the subprotocol `bearer.<token>`. */
export const TOKEN_SUBPROTOCOL_PREFIX = 'bearer.'
/** Version of the messages from 100 up. */
export const PROTOCOL_VERSION = 1

/** First message of the server on a connection that understands it. */
export const Hello = z.looseObject({
  protocol: z.number().int(),
  roomId: RoomId,
  /** Changes when the board was made anew; a client with another epoch merges nothing. */
  epoch: z.string(),
  schemaVersion: z.number().int(),
  participantId: ParticipantId,
  role: Role,
  /** Whether this connection's edits are accepted: the session's right, and a board as new as the client. */
  mayEdit: z.boolean(),
  limits: z.looseObject({
    frameBytes: z.number().int(),
    documentFramesPerSecond: z.number(),
    presenceFramesPerSecond: z.number(),
  }),
})
export type Hello = z.infer<typeof Hello>

/** The n-th document frame of this connection and all before it are stored for good; `sequence` is the room's. */
export interface Durable {
  readonly frames: number
  readonly sequence: number
}

/** How the `detail` of a refusal begins that came because the board can hold no more. */
export const FULL_BOARD = 'full board'

/** The n-th document frame of this connection was refused; a close with the same reason follows. */
export const Reject = z.looseObject({
  frame: z.number().int(),
  reason: z.enum(Object.keys(closeCodes) as [CloseReason, ...CloseReason[]]),
  /** Records and fields that were wrong: names only. */
  detail: z.string(),
})
export type Reject = z.infer<typeof Reject>

/** How the room's storage is doing; sent on change and at the start when it is not `ok`. */
export const RoomState = z.looseObject({
  storage: z.enum(['ok', 'slow', 'failing']),
  readOnly: z.boolean(),
  /** Not all of what was stored of this room could be read: it shows what could, and only reads. Left out for a whole one. */
  damaged: z.boolean().optional(),
  /** The server stops; come back after this many milliseconds. */
  restartingInMs: z.number().int().nullable(),
})
export type RoomState = z.infer<typeof RoomState>

/** Something happened to what stands beside the document. */
export const RoomEvent = z.discriminatedUnion('kind', [
  /** Who takes part; sent whole, at the start and when anything of it changes. */
  z.looseObject({ kind: z.literal('roster'), participants: z.array(Participant) }),
  /** Records that were set aside (facilitators only): how many and which ids. */
  z.looseObject({ kind: z.literal('quarantined'), ids: z.array(z.string()) }),
  /** The session got another name or question, or another word on copies on people's own devices. */
  z.looseObject({ kind: z.literal('room'), title: z.string(), question: z.string(), localCopies: z.boolean() }),
  /**
   * How full the board is, in percent of what it can hold (facilitators only): from a warning on; null = there is room again. `by`: of
   * what there is most, of cards, or of what stays of them wherever they have been and whatever was written on them before.
   */
  z.looseObject({
    kind: z.literal('fullness'),
    percent: z.number().nullable(),
    by: z.enum(['cards', 'history']).optional(),
  }),
  /** Votes or rounds changed: read the extraction again. */
  z.looseObject({ kind: z.literal('votes') }),
  /** A round of guessing opened, ended, or came further: read it again. Never what was guessed. */
  z.looseObject({ kind: z.literal('guess') }),
])
export type RoomEvent = z.infer<typeof RoomEvent>

export type ServerMessage =
  | { type: 'hello'; hello: Hello }
  | { type: 'durable'; durable: Durable }
  | { type: 'reject'; reject: Reject }
  | { type: 'state'; state: RoomState }
  | { type: 'event'; event: RoomEvent }
  | { type: 'presence'; presence: PresenceNews }

/** Largest document frame that comes in pieces, in bytes. */
export const PIECED_BYTES_MAX = 8 * 1024 * 1024

/** A piece of a document frame that is too large to go at once; its pieces follow one another, and the last one says so. */
export function encodePiece(bytes: Uint8Array, isLast: boolean): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.piece)
  encoding.writeVarUint(encoder, isLast ? 1 : 0)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** What a client tells of its own presence, as it stands on the wire. @param change null = nothing is shown any more */
export function encodeMove(change: PresenceChange | null): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.move)
  writeChange(encoder, change)
  return encoding.toUint8Array(encoder)
}

/** One frame, as it stands on the wire. */
export function encodeServerMessage(message: ServerMessage): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes[message.type])
  switch (message.type) {
    case 'durable':
      encoding.writeVarUint(encoder, message.durable.frames)
      encoding.writeVarUint(encoder, message.durable.sequence)
      break
    case 'hello':
      encoding.writeVarString(encoder, JSON.stringify(message.hello))
      break
    case 'reject':
      encoding.writeVarString(encoder, JSON.stringify(message.reject))
      break
    case 'state':
      encoding.writeVarString(encoder, JSON.stringify(message.state))
      break
    case 'event':
      encoding.writeVarString(encoder, JSON.stringify(message.event))
      break
    case 'presence':
      writeNews(encoder, message.presence)
      break
  }
  return encoding.toUint8Array(encoder)
}

/**
 * Reads what follows the message type of a frame; the type itself was read already (y-websocket's `messageHandlers` are
 * called so). Returns null for a body that does not hold: a newer server's message is ignored, never an error.
 */
export function decodeServerMessage(type: number, decoder: decoding.Decoder): ServerMessage | null {
  try {
    switch (type) {
      case messageTypes.durable:
        return {
          type: 'durable',
          durable: { frames: decoding.readVarUint(decoder), sequence: decoding.readVarUint(decoder) },
        }
      case messageTypes.hello:
        return { type: 'hello', hello: Hello.parse(JSON.parse(decoding.readVarString(decoder))) }
      case messageTypes.reject:
        return { type: 'reject', reject: Reject.parse(JSON.parse(decoding.readVarString(decoder))) }
      case messageTypes.state:
        return { type: 'state', state: RoomState.parse(JSON.parse(decoding.readVarString(decoder))) }
      case messageTypes.event:
        return { type: 'event', event: RoomEvent.parse(JSON.parse(decoding.readVarString(decoder))) }
      case messageTypes.presence: {
        const presence = readNews(decoder)
        return presence === null ? null : { type: 'presence', presence }
      }
      default:
        return null
    }
  } catch {
    return null
  }
}
