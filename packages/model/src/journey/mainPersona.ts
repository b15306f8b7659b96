/** What is read of a persona to find the main one. */
export interface Markable<Id extends string> {
  readonly id: Id
  readonly main: boolean
}

/**
 * The persona that the board is about before all others (systems.md 37); null = none is marked. Two people may mark two at
 * once, and each of them took the mark from those that she saw: then the lowest id counts, on every screen the same one.
 */
export function mainPersona<Id extends string>(personas: Iterable<Markable<Id>>): Id | null {
  let found: Id | null = null
  for (const { id, main } of personas) if (main && (found === null || id < found)) found = id
  return found
}
