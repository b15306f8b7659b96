const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/** How much a JSON text may hold, whatever its length. */
export interface JsonLimits {
  /** How deep lists and objects may stand in each other. */
  readonly depth: number
  /** Lists, objects, and what stands in them, all together. */
  readonly parts: number
}

/**
 * Whether a JSON text holds more than that, told from its bytes alone. Asked before parsing: 25 MiB of nothing but brackets, or of empty
 * objects, would take about a gigabyte.
 */
export function holdsMoreThan({ depth, parts }: JsonLimits, bytes: Uint8Array): boolean {
  let [inside, count] = [0, 0]
  let inString = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (inString) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) inString = false
    } else if (byte === QUOTE) inString = true
    else if (byte === COMMA) count += 1
    else if (OPENING.has(byte)) {
      inside += 1
      count += 1
    } else if (CLOSING.has(byte)) inside -= 1
    if (inside > depth || count > parts) return true
  }
  return false
}
