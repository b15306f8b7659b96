/** A newer version of Samenreis wrote this database; this one would not understand it (reliability.md F39). */
export class StorageTooNewError extends Error {
  override readonly name = 'StorageTooNewError'

  constructor(found: number, known: number) {
    super(`The database has schema ${found}; this version knows ${known}. Start the newer version again.`)
  }
}
