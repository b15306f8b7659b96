/** What the rule of locked journeys needs to know of one record. Raw: also of records that hold to no schema. */
export interface LockFacts {
  /** What it stands on: a shape's `parentId`, a link's `fromId`; null = nothing. */
  readonly standsOn: string | null
  /** Whether it is a journey that only facilitators may change. */
  readonly locks: boolean
}

/** Looks a record up; undefined = it is not there. */
export type LockLook = (id: string) => LockFacts | undefined

/**
 * The facts of a record, told from a way to read its fields. Which of them says where it stands is told by its id: any record may have
 * fields that its kind does not know.
 */
export function lockFactsOf(id: string, field: (name: string) => unknown): LockFacts {
  const standsOn = field(id.startsWith('binding:') ? 'fromId' : 'parentId')
  return {
    standsOn: typeof standsOn === 'string' ? standsOn : null,
    locks: field('type') === 'journey' && field('locked') === true,
  }
}

/**
 * The locked journey that a record is or stands in, through all its parents; a link stands where it starts, so a link that
 * only leads to a card of a locked journey is free. null = none. Never throws: a parent that is gone and a circle of parents
 * end the search.
 *
 * @param free records that are known to stand in none; those that were found to are added. Whoever asks of many in one go keeps it: of a
 * tower of thousands each is then looked at once
 */
export function lockedJourneyOf(id: string, look: LockLook, free = new Set<string>()): string | null {
  const seen = new Set<string>()
  let at: string | null = id
  while (at !== null && !seen.has(at) && !free.has(at)) {
    seen.add(at)
    const facts = look(at)
    if (facts === undefined) break
    if (facts.locks) return at
    at = facts.standsOn
  }
  for (const each of seen) free.add(each)
  return null
}

/**
 * The locked journey that a change would touch: what somebody who is no facilitator may not do (NL: de reis staat vast).
 * Where the records stood before counts as much as where they stand after it, so nothing can be taken out of a locked journey
 * or put into it, and neither setting a lock nor taking it off is free.
 *
 * @param touched every record that the change made, changed or took away; the others stand as they stood
 * @returns id of a locked journey, or null when the change touches none
 */
export function lockedJourneyTouched(touched: Iterable<string>, before: LockLook, after: LockLook): string | null {
  const [wasFree, isFree] = [new Set<string>(), new Set<string>()]
  for (const id of touched) {
    const journey = lockedJourneyOf(id, before, wasFree) ?? lockedJourneyOf(id, after, isFree)
    if (journey !== null) return journey
  }
  return null
}
