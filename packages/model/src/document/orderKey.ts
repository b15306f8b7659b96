/** Digits of an order key, in the order in which they sort as plain strings. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = DIGITS.length
const ZERO = DIGITS.charAt(0)
const LAST = DIGITS.charAt(BASE - 1)

/** How many characters the whole part of a key has, its letter included; null = no whole part begins so. */
function wholeLength(letter: string): number | null {
  if (letter >= 'a' && letter <= 'z') return letter.charCodeAt(0) - 'a'.charCodeAt(0) + 2
  if (letter >= 'A' && letter <= 'Z') return 'Z'.charCodeAt(0) - letter.charCodeAt(0) + 2
  return null
}

/**
 * Whether this is a key as the canvas takes it (tldraw's `IndexKey`): a letter for the length of the whole part, that part, then any
 * digits that do not end with a zero. Others are set aside by every browser.
 */
export function isOrderKey(key: string): boolean {
  const length = wholeLength(key.charAt(0))
  if (length === null || key.length < length || key === `A${ZERO.repeat(26)}`) return false
  return /^[0-9A-Za-z]+$/.test(key) && !(key.length > length && key.endsWith(ZERO))
}

/**
 * A key that sorts between two others.
 *
 * @param below a valid key, or null for the beginning
 * @param above a valid key above it, or null for the end
 */
export function orderKeyBetween(below: string | null, above: string | null): string {
  if (below === null) return above === null ? 'a1' : keyBefore(above)
  const [whole, fraction] = parts(below)
  if (above === null) {
    const next = increased(whole)
    return next ?? whole + middle(fraction, null)
  }
  const [wholeAbove, fractionAbove] = parts(above)
  if (whole === wholeAbove) return whole + middle(fraction, fractionAbove)
  const next = increased(whole)
  return next !== null && next < above ? next : whole + middle(fraction, null)
}

/** So many keys between two others, in order, each about as short as can be. */
export function orderKeysBetween(below: string | null, above: string | null, count: number): readonly string[] {
  if (count <= 0) return []
  if (above === null) {
    const keys: string[] = []
    while (keys.length < count) keys.push(orderKeyBetween(keys.at(-1) ?? below, null))
    return keys
  }
  const before = Math.floor(count / 2)
  const key = orderKeyBetween(below, above)
  return [...orderKeysBetween(below, key, before), key, ...orderKeysBetween(key, above, count - before - 1)]
}

function keyBefore(above: string): string {
  const [whole, fraction] = parts(above)
  // The whole part alone comes before every key that has a fraction behind it.
  if (fraction !== '') return whole
  return decreased(whole) ?? whole + middle('', fraction)
}

function parts(key: string): readonly [whole: string, fraction: string] {
  const length = wholeLength(key.charAt(0)) ?? key.length
  return [key.slice(0, length), key.slice(length)]
}

/** Digits between two fractions; `above` null = one. @param above sorts above `below`, neither ends with a zero */
function middle(below: string, above: string | null): string {
  if (above !== null) {
    let same = 0
    while (same < above.length && (below.charAt(same) || ZERO) === above.charAt(same)) same += 1
    if (same > 0) return above.slice(0, same) + middle(below.slice(same), above.slice(same))
  }
  const from = below === '' ? 0 : DIGITS.indexOf(below.charAt(0))
  const to = above === null || above === '' ? BASE : DIGITS.indexOf(above.charAt(0))
  if (to - from > 1) return DIGITS.charAt(Math.round((from + to) / 2))
  if (above !== null && above.length > 1) return above.charAt(0)
  return DIGITS.charAt(from) + middle(below.slice(1), null)
}

/** The next whole part; null = there is none. */
function increased(whole: string): string | null {
  const letter = whole.charAt(0)
  const digits = whole.slice(1).split('')
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const digit = digits[at] ?? ZERO
    if (digit !== LAST) {
      digits[at] = DIGITS.charAt(DIGITS.indexOf(digit) + 1)
      return letter + digits.join('')
    }
    digits[at] = ZERO
  }
  if (letter === 'z') return null
  if (letter === 'Z') return `a${ZERO}`
  const longer = String.fromCharCode(letter.charCodeAt(0) + 1)
  return longer + (longer > 'a' ? [...digits, ZERO] : digits.slice(0, -1)).join('')
}

/** The whole part before; null = there is none. */
function decreased(whole: string): string | null {
  const letter = whole.charAt(0)
  const digits = whole.slice(1).split('')
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const digit = digits[at] ?? ZERO
    if (digit !== ZERO) {
      digits[at] = DIGITS.charAt(DIGITS.indexOf(digit) - 1)
      return letter + digits.join('')
    }
    digits[at] = LAST
  }
  if (letter === 'A') return null
  if (letter === 'a') return `Z${LAST}`
  const shorter = String.fromCharCode(letter.charCodeAt(0) - 1)
  return shorter + (shorter < 'Z' ? [...digits, LAST] : digits.slice(0, -1)).join('')
}
