import * as decoding from 'lib0/decoding'
import { DEPTH_MAX } from './plainJson.ts'

/**
 * What a plain value is made of: itself, and all that is in it. A part takes one or two bytes on the line and fifty in memory, and whoever
 * reads or judges the value goes by all of them (reliability.md F08, F66).
 *
 * @returns how many there are; above `most` it may be any number above it
 */
export function partsOf(value: unknown, most: number): number {
  let parts = 1
  if (typeof value !== 'object' || value === null) return parts
  for (const each of Array.isArray(value) ? value : Object.values(value)) {
    parts += partsOf(each, most - parts)
    if (parts > most) break
  }
  return parts
}

/** A value that is written as nothing that lib0 reads, or deeper than anything that is taken. */
export class UnreadableValueError extends Error {
  override readonly name = 'UnreadableValueError'
}

/**
 * The same of a value that is about to be read; the decoder stays where it is, and nothing is made of what it holds.
 * The bytes are those of lib0's `writeAny`.
 *
 * @throws UnreadableValueError, and what lib0 throws where the bytes end
 */
export function partsAhead(decoder: decoding.Decoder, most: number): number {
  return passValue(decoding.clone(decoder), most, 0)
}

function passValue(decoder: decoding.Decoder, most: number, depth: number): number {
  if (depth > DEPTH_MAX + 1) throw new UnreadableValueError('value that is not plain')
  switch (decoding.readUint8(decoder)) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return 1
    case 125: // integer
      while (decoding.readUint8(decoder) > 127);
      return 1
    case 124: // float of 32 bits
      decoder.pos += 4
      return 1
    case 123: // float of 64 bits
    case 122: // big integer
      decoder.pos += 8
      return 1
    case 119: // string
    case 116: // bytes
      passBytes(decoder)
      return 1
    case 118:
      return passMany(decoder, most, depth, true)
    case 117:
      return passMany(decoder, most, depth, false)
    default:
      throw new UnreadableValueError('kind of value')
  }
}

function passMany(decoder: decoding.Decoder, most: number, depth: number, isNamed: boolean): number {
  const count = decoding.readVarUint(decoder)
  let parts = 1
  for (let at = 0; at < count && parts <= most; at += 1) {
    if (isNamed) passBytes(decoder)
    parts += passValue(decoder, most - parts, depth + 1)
  }
  return parts
}

function passBytes(decoder: decoding.Decoder): void {
  const length = decoding.readVarUint(decoder)
  decoder.pos += length
}
