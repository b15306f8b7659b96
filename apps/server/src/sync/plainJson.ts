/** Deepest nesting of one stored value. Rich text with lists in lists is 20. */
export const DEPTH_MAX = 64

/**
 * Whether a value survives as JSON: no bytes, big integers, NaN or Infinity, and no object with another prototype, which is
 * what the key `__proto__` leaves behind (reliability.md F76).
 */
export function isPlainJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth > DEPTH_MAX) return false
  if (Array.isArray(value)) return value.every((each) => isPlainJson(each, depth + 1))
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.values(value).every((each) => isPlainJson(each, depth + 1))
}
