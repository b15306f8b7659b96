import type { RandomSource } from '@samenreis/model/testing/RandomSource'

/** A length of 10^9, as lib0 writes it. */
const LYING_LENGTH = [0x80, 0x94, 0xeb, 0xdc, 0x03]

/** The bytes with something wrong in them: flipped, cut short, too long, with a length that lies, or with a piece missing. */
export function damaged(bytes: Uint8Array, random: RandomSource): Uint8Array {
  const copy = bytes.slice()
  const at = random.below(bytes.length)
  switch (random.below(5)) {
    case 0:
      for (let flips = 1 + random.below(4); flips > 0; flips -= 1) copy[random.below(copy.length)] = random.below(256)
      return copy
    case 1:
      return copy.slice(0, at)
    case 2:
      return Uint8Array.from([...copy, ...Array.from({ length: 1 + random.below(8) }, () => random.below(256))])
    case 3:
      return Uint8Array.from([...copy.slice(0, at), ...LYING_LENGTH, ...copy.slice(at + 1)])
    default:
      return Uint8Array.from([...copy.slice(0, at), ...copy.slice(at + random.below(6))])
  }
}
