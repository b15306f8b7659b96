/** Deepest nesting of one stored value. A rich text with lists in lists is 20. */
const DEPTH_LIMIT = 64

/** Whether a value out of a file can be stored as it is: not nested without end, and no key that changes what objects are. */
export function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth > DEPTH_LIMIT || Object.hasOwn(value, '__proto__')) return false
  return Object.values(value).every((each) => isPlain(each, depth + 1))
}
