/**
 * Randomness that can be played again: the same seed gives the same row of values on every machine. Small fast counter
 * generator (sfc32) with its state filled from the seed by splitmix32. For tests only: anyone can predict it.
 */
export class RandomSource {
  /** What to write down to see a run again. */
  readonly seed: number
  private a: number
  private b: number
  private c: number
  private counter = 1

  /** @param seed any number; its lowest 32 bits count */
  constructor(seed: number) {
    this.seed = seed >>> 0
    const mix = splitmix32(this.seed)
    this.a = mix()
    this.b = mix()
    this.c = mix()
    // The first values still resemble the seed.
    for (let round = 0; round < 12; round++) this.bits()
  }

  /** A source of its own that follows from this one: for one of several people, so that their turns do not shift each other. */
  fork(): RandomSource {
    return new RandomSource(this.bits())
  }

  /** 0 up to, not including, 1. */
  next(): number {
    return this.bits() / 2 ** 32
  }

  /** A whole number, both ends included. */
  between(min: number, max: number): number {
    return min + this.below(max - min + 1)
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  /** True in `share` of the cases, 0 … 1. */
  chance(share: number): boolean {
    return this.next() < share
  }

  /** @throws RangeError when there is nothing to pick from */
  pick<T>(from: readonly T[]): T {
    const picked = from.slice(this.between(0, from.length - 1))[0]
    if (picked === undefined) throw new RangeError('Nothing to pick from')
    return picked
  }

  /** One of the list, or null when it is empty. */
  pickOrNull<T extends object | string>(from: readonly T[]): T | null {
    return from.length === 0 ? null : this.pick(from)
  }

  /** Up to `most` different items, in random order. */
  some<T>(from: readonly T[], most: number): T[] {
    return this.shuffled(from).slice(0, this.between(0, Math.min(most, from.length)))
  }

  shuffled<T>(from: readonly T[]): T[] {
    return from
      .map((item) => ({ item, at: this.next() }))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item)
  }

  /** The unique part of a new id: 16 characters, 80 bits. */
  idPart(): string {
    return Array.from({ length: 16 }, () => ID_ALPHABET.charAt(this.between(0, 31))).join('')
  }

  private bits(): number {
    const sum = (this.a + this.b + this.counter) >>> 0
    this.counter = (this.counter + 1) >>> 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) >>> 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) >>> 0
    return sum
  }
}

const ID_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

function splitmix32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
}
