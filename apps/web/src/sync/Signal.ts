/** Something that is told to whoever asked for it, and not kept. */
export class Signal<Told extends readonly unknown[]> {
  private readonly listeners = new Set<(...told: Told) => void>()

  tell(...told: Told): void {
    for (const listener of this.listeners) listener(...told)
  }

  /** Calls `listener` from now on. Returns what ends it. */
  subscribe(listener: (...told: Told) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
}
