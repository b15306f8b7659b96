/**
 * Runs something when the screen is drawn next; at once in a tab that nobody sees, because that one is not drawn. Gives what takes it back.
 */
export function inNextFrame(run: () => void): () => void {
  if (document.visibilityState === 'hidden') {
    run()
    return () => undefined
  }
  const frame = requestAnimationFrame(run)
  return () => cancelAnimationFrame(frame)
}
