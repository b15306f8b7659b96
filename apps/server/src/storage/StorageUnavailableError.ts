/** The store could not be read or written. Nothing may be concluded about what it holds. */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError'
  /** What was tried, e.g. `append`; never content. */
  readonly operation: string

  constructor(operation: string, options: { cause: unknown }) {
    super(`Storage could not ${operation}`, options)
    this.operation = operation
  }
}
