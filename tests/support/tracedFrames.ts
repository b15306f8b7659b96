import type { Syscall } from './SyscallTrace.ts'

const shown = /"((?:[^"\\]|\\[^])*)"(\.\.\.)?/g
const escapes: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, v: 11, f: 12, '"': 34, '\\': 92 }
/** First byte of a whole binary message (RFC 6455, 5.2), and how longer lengths are announced. */
const BINARY_MESSAGE = 0x82
const LENGTH_IN_2_BYTES = 126

/**
 * Payloads of the WebSocket messages that a call sent on a socket, whether it took head and payload apart or several messages at
 * once. What strace cut off, and what is no message, ends the list.
 */
export function tracedFrames({ name, args }: Syscall): Uint8Array[] {
  if ((name !== 'write' && name !== 'writev') || !/^\d+<(?:socket|TCP)/.test(args)) return []
  const bytes: number[] = []
  for (const [, text = '', more] of args.matchAll(shown)) {
    bytes.push(...bytesOf(text))
    if (more !== undefined) break
  }
  const frames: Uint8Array[] = []
  let at = 0
  while (bytes[at] === BINARY_MESSAGE) {
    const short = bytes[at + 1] ?? 0
    const head = short < LENGTH_IN_2_BYTES ? 2 : 4
    if (short > LENGTH_IN_2_BYTES) break
    const length = head === 2 ? short : 256 * (bytes[at + 2] ?? 0) + (bytes[at + 3] ?? 0)
    frames.push(Uint8Array.from(bytes.slice(at + head, at + head + length)))
    at += head + length
  }
  return frames
}

/** The bytes of a string of strace, which writes what cannot be printed as `\n` or in octal. */
function bytesOf(text: string): number[] {
  return [...text.matchAll(/\\([0-7]{1,3})|\\([^])|([^])/g)].map(([, octal, letter = '', plain = '']) =>
    octal === undefined ? (escapes[letter] ?? plain.charCodeAt(0)) : Number.parseInt(octal, 8),
  )
}
