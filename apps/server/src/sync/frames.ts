import { messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import { readChange, type PresenceChange } from '@samenreis/model/protocol/presenceFrames'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What one client id shows of itself; `json` is its state as it came, `null` written out for none. */
export interface PresenceEntry {
  readonly clientId: number
  readonly clock: number
  readonly json: string
}

/** One frame of a client, read but not judged. */
export type ClientFrame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly entries: readonly PresenceEntry[] }
  /** Our own form of presence. `change` null = nothing is shown any more. */
  | { readonly kind: 'move'; readonly change: PresenceChange | null }
  | { readonly kind: 'presence-query' }
  /** A part of the bytes of a document frame. */
  | { readonly kind: 'piece'; readonly bytes: Uint8Array; readonly isLast: boolean }

/** Most entries of one presence frame: everybody of a full room, several times over. */
const PRESENCE_ENTRIES_MAX = 1000
/** Most client ids in a state vector. */
const STATE_VECTOR_MAX = 100_000

/**
 * Reads a frame of the y-websocket protocol. null = not of this protocol: unknown type, cut short, a length that lies, bytes
 * left over. Never throws (reliability.md F06).
 */
export function decodeClientFrame(bytes: Uint8Array): ClientFrame | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readFrame(decoder)
    return frame !== null && !decoding.hasContent(decoder) ? frame : null
  } catch {
    return null
  }
}

function readFrame(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case messageTypes.sync:
      return readSync(decoder)
    case messageTypes.awareness:
      return readPresence(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
    case messageTypes.move: {
      const change = readChange(decoder)
      return change === null ? null : { kind: 'move', change: change === 'hidden' ? null : change }
    }
    case messageTypes.queryAwareness:
      return { kind: 'presence-query' }
    case messageTypes.piece: {
      const last = decoding.readVarUint(decoder)
      return last > 1 ? null : { kind: 'piece', isLast: last === 1, bytes: decoding.readVarUint8Array(decoder) }
    }
    default:
      return null
  }
}

function readSync(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case syncTypes.step1: {
      const stateVector = decoding.readVarUint8Array(decoder)
      return isStateVector(stateVector) ? { kind: 'step1', stateVector } : null
    }
    case syncTypes.step2:
      return { kind: 'step2', update: decoding.readVarUint8Array(decoder) }
    case syncTypes.update:
      return { kind: 'update', update: decoding.readVarUint8Array(decoder) }
    default:
      return null
  }
}

function isStateVector(bytes: Uint8Array): boolean {
  const decoder = decoding.createDecoder(bytes)
  const length = decoding.readVarUint(decoder)
  if (length > STATE_VECTOR_MAX) return false
  for (let index = 0; index < 2 * length; index += 1) decoding.readVarUint(decoder)
  return !decoding.hasContent(decoder)
}

function readPresence(decoder: decoding.Decoder): ClientFrame | null {
  const length = decoding.readVarUint(decoder)
  if (length > PRESENCE_ENTRIES_MAX) return null
  const entries: PresenceEntry[] = []
  for (let index = 0; index < length; index += 1) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    entries.push({ clientId, clock, json: decoding.readVarString(decoder) })
  }
  return decoding.hasContent(decoder) ? null : { kind: 'presence', entries }
}

/** Asks for what the other side has beyond this state vector. */
export function encodeStep1(stateVector: Uint8Array): Uint8Array {
  return encodeSync(syncTypes.step1, stateVector)
}

/** Answers a step 1. */
export function encodeStep2(update: Uint8Array): Uint8Array {
  return encodeSync(syncTypes.step2, update)
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(syncTypes.update, update)
}

export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, entries.length)
  for (const { clientId, clock, json } of entries) {
    encoding.writeVarUint(body, clientId)
    encoding.writeVarUint(body, clock)
    encoding.writeVarString(body, json)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
  return encoding.toUint8Array(encoder)
}

function encodeSync(type: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.sync)
  encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}
