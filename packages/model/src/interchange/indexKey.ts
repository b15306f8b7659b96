const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = DIGITS.length

/**
 * The n-th key of a row of siblings (1, 2, 3 …), in the form of the canvas's `IndexKey`: a letter for the number of digits,
 * then the digits. The keys sort as plain strings in the order of n, and new ones fit between any two.
 *
 * @throws RangeError below 1 and above 242,233 (three digits), far more than a board may hold
 */
export function indexKey(n: number): string {
  let rest = n
  for (const [size, letter] of ['a', 'b', 'c'].entries()) {
    const room = BASE ** (size + 1)
    if (n >= 1 && Number.isInteger(n) && rest < room) return letter + digits(rest, size + 1)
    rest -= room
  }
  throw new RangeError(`No index key for ${n}`)
}

function digits(value: number, size: number): string {
  const last = DIGITS.charAt(value % BASE)
  return size === 1 ? last : digits(Math.floor(value / BASE), size - 1) + last
}
