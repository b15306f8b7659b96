/** A value that changes over time and can be followed; the form that React's `useSyncExternalStore` takes. */
export interface Watchable<Value> {
  /** The value now. The same object until it changes. */
  get(): Value
  /** Calls `listener` after each change. Returns what ends it. */
  subscribe(listener: () => void): () => void
}

/** A watchable value that its owner sets. */
export class Cell<Value> implements Watchable<Value> {
  private value: Value
  private readonly listeners = new Set<() => void>()

  constructor(value: Value) {
    this.value = value
  }

  readonly get = (): Value => this.value

  /** Tells the listeners only when the value is another one (`Object.is`). */
  set(value: Value): void {
    if (Object.is(value, this.value)) return
    this.value = value
    for (const listener of this.listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
}
