/** A demo file holds to its schema but contradicts itself. Says which entry and how. */
export class DemoError extends Error {
  override readonly name = 'DemoError'
}
