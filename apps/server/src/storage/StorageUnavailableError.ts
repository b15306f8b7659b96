/**
 * What is known of a write that failed. `unknown`: it may have reached the disk, or may yet. `not-written`: it did not, e.g. the
 * disk is full or the store's contract was not kept. `busy`: it did not, because somebody else holds the write lock.
 */
export type WriteOutcome = 'unknown' | 'not-written' | 'busy'

/** The store could not be read or written. Nothing may be concluded about what it holds. */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError'
  /** What was tried, e.g. `append`; never content. */
  readonly operation: string
  readonly outcome: WriteOutcome

  constructor(operation: string, { cause, outcome = 'unknown' }: { cause: unknown; outcome?: WriteOutcome }) {
    super(`Storage could not ${operation}`, { cause })
    this.operation = operation
    this.outcome = outcome
  }
}

/** What is known of a write that ended with this error. */
export function outcomeOfFailure(error: unknown): WriteOutcome {
  return error instanceof StorageUnavailableError ? error.outcome : 'unknown'
}
