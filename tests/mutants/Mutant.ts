/** Tests that are to notice a planted bug. */
export interface Watchers {
  readonly project: 'model' | 'server' | 'web' | 'tests'
  /** From the root of the workspace. */
  readonly file: string
  /** Part of the titles of the tests, e.g. the rule's id; without it all tests of the file. */
  readonly name?: string
}

/** One place in the sources, and what stands there with the bug. */
export interface Edit {
  /** From the root of the workspace. */
  readonly file: string
  /** Stands exactly once in the file. */
  readonly old: string
  readonly new: string
}

/** One bug, planted into the real sources: as little as it takes (reliability.md, "Test the tests"). */
export interface Mutant extends Edit {
  /** What somebody could have done wrong. */
  readonly name: string
  /** Other places, where more than one line stands against the bug. */
  readonly also?: readonly Edit[]
  /** At least one of them must turn red. */
  readonly watchers: readonly Watchers[]
}

/** Every place of a bug. */
export function editsOf(mutant: Mutant): readonly Edit[] {
  return [mutant, ...(mutant.also ?? [])]
}
