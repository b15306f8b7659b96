import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { equalityDeep } from 'lib0/function'
import { ParticipantId } from '../ids/participantId.ts'
import { LINE_MAX, Presence, SELECTION_MAX } from './presence.ts'

/**
 * Presence as it travels between clients and servers of Samenreis (docs/protocol.md): who somebody is is told once, and then
 * only what changed. No value builds on an earlier one, so the latest of a key may stand for all before it.
 */

/** The keys of a presence, by their bit: `1 << index` = the key has a value that follows, `32 << index` = it is not there any more. */
const presenceKeys = ['c', 'g', 's', 'e', 'l'] as const
type PresenceKey = (typeof presenceKeys)[number]
const UNSET_SHIFT = presenceKeys.length
/** Says that nothing is shown any more; stands alone. */
const HIDDEN = 1 << (2 * presenceKeys.length)
/** The cursor, and nothing else, moved. */
export const CURSOR_MOVED = 1

/** What of a presence became another one. `keys` as on the wire; `values` holds what `keys` says has a value. */
export interface PresenceChange {
  readonly keys: number
  readonly values: Presence
}

/** Somebody as he is told for the first time, or again whole. */
export interface PresentPerson {
  /** Small number of the connection, by which it is told from then on; given to somebody else after it was told gone. */
  readonly connection: number
  readonly participantId: ParticipantId
  readonly state: Presence
}

/** What the server tells of presence at once. Read in this order: who left, who came, what moved and changed. */
export interface PresenceNews {
  /** Everybody is in `came`: nobody else is there. */
  readonly whole: boolean
  /** Shortest time between two moves of one person, in milliseconds, until told otherwise. */
  readonly intervalMs: number
  readonly left: readonly number[]
  readonly came: readonly PresentPerson[]
  /** Cursors alone: what is told most. */
  readonly moved: readonly { readonly connection: number; readonly cursor: readonly [number, number] }[]
  readonly changed: readonly { readonly connection: number; readonly change: PresenceChange }[]
}

/** What makes `after` of `before`; null = nothing. */
export function presenceChange(before: Presence, after: Presence): PresenceChange | null {
  let keys = 0
  const values: Record<string, unknown> = {}
  for (const [index, key] of presenceKeys.entries()) {
    if (equalityDeep(before[key], after[key])) continue
    if (after[key] === undefined) keys |= 1 << (UNSET_SHIFT + index)
    else {
      keys |= 1 << index
      values[key] = after[key]
    }
  }
  return keys === 0 ? null : { keys, values }
}

/** The state after a change. */
export function changedPresence(before: Presence, { keys, values }: PresenceChange): Presence {
  const after: Presence = { ...before, ...values }
  for (const [index, key] of presenceKeys.entries()) if ((keys & (1 << (UNSET_SHIFT + index))) !== 0) delete after[key]
  return after
}

/** Several changes in a row, told as one: `state` is what came of them. */
export function changeOf(keys: number, state: Presence): PresenceChange {
  let mask = 0
  const values: Record<string, unknown> = {}
  for (const [index, key] of presenceKeys.entries()) {
    if ((keys & ((1 << index) | (1 << (UNSET_SHIFT + index)))) === 0) continue
    if (state[key] === undefined) mask |= 1 << (UNSET_SHIFT + index)
    else {
      mask |= 1 << index
      values[key] = state[key]
    }
  }
  return { keys: mask, values }
}

/** @param change null = nothing is shown any more */
export function writeChange(encoder: encoding.Encoder, change: PresenceChange | null): void {
  encoding.writeVarUint(encoder, change === null ? HIDDEN : change.keys)
  if (change !== null) writeValues(encoder, change.values)
}

/** Reads a change. `hidden` = nothing is shown any more; null = it does not hold. @throws RangeError for a list that is too long, before it is read; what lib0 throws for bytes that end too soon */
export function readChange(decoder: decoding.Decoder): PresenceChange | 'hidden' | null {
  const keys = decoding.readVarUint(decoder)
  if (keys === HIDDEN) return 'hidden'
  // Every key at most once, with a value or without.
  if (keys === 0 || keys >= HIDDEN || (keys & (keys >> UNSET_SHIFT)) !== 0) return null
  if (keys === CURSOR_MOVED) return { keys, values: { c: readPoint(decoder) } }
  const values: Record<string, unknown> = {}
  for (const [index, key] of presenceKeys.entries())
    if ((keys & (1 << index)) !== 0) values[key] = readValue(decoder, key)
  const reading = Presence.safeParse(values)
  return reading.success ? { keys, values: reading.data } : null
}

export function writeNews(encoder: encoding.Encoder, news: PresenceNews): void {
  encoding.writeVarUint(encoder, news.whole ? 1 : 0)
  encoding.writeVarUint(encoder, news.intervalMs)
  encoding.writeVarUint(encoder, news.left.length)
  for (const connection of news.left) encoding.writeVarUint(encoder, connection)
  encoding.writeVarUint(encoder, news.came.length)
  for (const { connection, participantId, state } of news.came) {
    encoding.writeVarUint(encoder, connection)
    encoding.writeVarString(encoder, participantId)
    encoding.writeVarUint(encoder, keysOf(state))
    writeValues(encoder, state)
  }
  encoding.writeVarUint(encoder, news.moved.length)
  for (const { connection, cursor } of news.moved) {
    encoding.writeVarUint(encoder, connection)
    writePoint(encoder, cursor)
  }
  encoding.writeVarUint(encoder, news.changed.length)
  for (const { connection, change } of news.changed) {
    encoding.writeVarUint(encoder, connection)
    writeChange(encoder, change)
  }
}

/** null = it does not hold. @throws what lib0 throws for bytes that end too soon */
export function readNews(decoder: decoding.Decoder): PresenceNews | null {
  const whole = decoding.readVarUint(decoder) === 1
  const intervalMs = decoding.readVarUint(decoder)
  const left = readList(decoder, () => decoding.readVarUint(decoder))
  const came = readList(decoder, () => {
    const connection = decoding.readVarUint(decoder)
    const participantId = ParticipantId.parse(decoding.readVarString(decoder))
    const keys = decoding.readVarUint(decoder)
    const values: Record<string, unknown> = {}
    for (const [index, key] of presenceKeys.entries())
      if ((keys & (1 << index)) !== 0) values[key] = readValue(decoder, key)
    return { connection, participantId, state: Presence.parse(values) }
  })
  const moved = readList(decoder, () => ({ connection: decoding.readVarUint(decoder), cursor: readPoint(decoder) }))
  const changed: { connection: number; change: PresenceChange }[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const connection = decoding.readVarUint(decoder)
    const change = readChange(decoder)
    if (change === null || change === 'hidden') return null
    changed.push({ connection, change })
  }
  return { whole, intervalMs, left, came, moved, changed }
}

/** @throws RangeError when there are more than `most`, before any of them is read */
function readList<Item>(decoder: decoding.Decoder, read: () => Item, most = Number.POSITIVE_INFINITY): Item[] {
  const count = decoding.readVarUint(decoder)
  if (count > most) throw new RangeError(`A list of ${count}`)
  const items: Item[] = []
  for (let left = count; left > 0; left -= 1) items.push(read())
  return items
}

function keysOf(state: Presence): number {
  let keys = 0
  for (const [index, key] of presenceKeys.entries()) if (state[key] !== undefined) keys |= 1 << index
  return keys
}

function writeValues(encoder: encoding.Encoder, { c, g, s, e, l }: Presence): void {
  if (c !== undefined) writePoint(encoder, c)
  if (g !== undefined) encoding.writeVarString(encoder, g)
  if (s !== undefined) {
    encoding.writeVarUint(encoder, s.length)
    for (const id of s) encoding.writeVarString(encoder, id)
  }
  if (e !== undefined) encoding.writeVarString(encoder, e)
  if (l !== undefined) writeLine(encoder, l)
}

function readValue(decoder: decoding.Decoder, key: PresenceKey): unknown {
  switch (key) {
    case 'c':
      return readPoint(decoder)
    case 's':
      return readList(decoder, () => decoding.readVarString(decoder), SELECTION_MAX)
    case 'l':
      return readLine(decoder)
    case 'g':
    case 'e':
      return decoding.readVarString(decoder)
  }
}

function writePoint(encoder: encoding.Encoder, [x, y]: readonly [number, number]): void {
  encoding.writeVarInt(encoder, x)
  encoding.writeVarInt(encoder, y)
}

function readPoint(decoder: decoding.Decoder): [number, number] {
  return [decoding.readVarInt(decoder), decoding.readVarInt(decoder)]
}

/** Count of numbers, then each as the difference to the one of the same axis before it: a line is many small steps. */
function writeLine(encoder: encoding.Encoder, line: readonly number[]): void {
  encoding.writeVarUint(encoder, line.length)
  for (const [index, value] of line.entries()) encoding.writeVarInt(encoder, value - (line[index - 2] ?? 0))
}

function readLine(decoder: decoding.Decoder): number[] {
  const line: number[] = []
  readList(decoder, () => line.push(decoding.readVarInt(decoder) + (line[line.length - 2] ?? 0)), LINE_MAX)
  return line
}
