/** Whether two drawings are made of equal parts: plain objects, lists, texts and numbers. */
export function sameParts<Drawing>(a: Drawing, b: Drawing): boolean {
  return same(a, b)
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((part, at) => same(part, b[at]))
  const [parts, others] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))]
  return parts.length === others.size && parts.every(([name, part]) => others.has(name) && same(part, others.get(name)))
}
