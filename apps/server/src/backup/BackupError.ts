/** A backup or restore that cannot be done so. Its message is written for the person who asked for it. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
