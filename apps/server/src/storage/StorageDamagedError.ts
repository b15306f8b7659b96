/** Bytes of a row do not match what was written with them (reliability.md F30). Nothing is repaired or overwritten. */
export class StorageDamagedError extends Error {
  override readonly name = 'StorageDamagedError'
}
