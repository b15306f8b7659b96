/** The strings of a stored list; [] for anything else. */
export function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}

/** A stored whole number, or null. */
export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** A stored text, '' for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
