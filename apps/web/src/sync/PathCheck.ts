/** Starts in a row that came to nothing before it is asked whether the way is closed. */
const TRIES_BEFORE_ASKING = 3

export interface PathCheckOptions {
  /** Whether the server answers plain requests by the same way. */
  readonly isReachable: () => Promise<boolean>
  /** Called when it does, and yet no connection comes about. */
  readonly handleBlocked: () => void
}

/**
 * Finds out whether something on the way lets pages through but no live connection: a proxy without WebSocket upgrades, one that
 * holds answers back, one that cuts (reliability.md F59).
 */
export class PathCheck {
  private readonly options: PathCheckOptions
  private failures = 0

  constructor(options: PathCheckOptions) {
    this.options = options
  }

  /** The board was received: the way is open. */
  notePassed(): void {
    this.failures = 0
  }

  /** A connection ended, or never came. @param isAbrupt without a word of the server why */
  noteClosed(isAbrupt: boolean): void {
    this.failures = isAbrupt ? this.failures + 1 : 0
    const asked = this.failures
    if (asked < TRIES_BEFORE_ASKING) return
    // Between question and answer a connection may have come about: then there is nothing to tell.
    void this.options.isReachable().then((reachable) => {
      if (reachable && this.failures >= asked) this.options.handleBlocked()
    })
  }
}
