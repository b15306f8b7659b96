/**
 * The file itself is damaged: its pages do not hold together, or rows hang on nothing. To go on writing could spoil what is
 * still good, so the server does not start, or stops, and a person decides (reliability.md F26, F30).
 */
export class DatabaseDamagedError extends Error {
  override readonly name = 'DatabaseDamagedError'

  /** @param finding what SQLite's own check says; table names and page numbers, never content */
  constructor(finding: string) {
    super(
      `The database is damaged (${finding}). Nothing was changed. Keep a copy of the folder in DATA_DIR, then put a backup back.`,
    )
  }
}
