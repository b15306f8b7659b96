/** Another process holds the database. Two writers would lose edits, so this one must not start (reliability.md F31). */
export class StorageInUseError extends Error {
  override readonly name = 'StorageInUseError'

  constructor(holder: string) {
    super(`The database is in use by another process (${holder}). Stop that one first, or choose another DATA_DIR.`)
  }
}
