/** What is asked for is no version of this room, or not any more. */
export class VersionGoneError extends Error {
  override readonly name = 'VersionGoneError'
}
