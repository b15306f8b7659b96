/** How long the board must be still before the list is read again, and how long it may be put off while people go on, in ms. */
export const QUIET_MS = 400
export const MAX_WAIT_MS = 2_000

/** Does something after a quiet moment, and at the latest after `MAX_WAIT_MS`. */
export class Quietly {
  private readonly act: () => void
  private quiet: ReturnType<typeof setTimeout> | null = null
  private latest: ReturnType<typeof setTimeout> | null = null

  constructor(act: () => void) {
    this.act = act
  }

  /** Something changed. */
  readonly soon = (): void => {
    if (this.quiet !== null) clearTimeout(this.quiet)
    this.quiet = setTimeout(this.now, QUIET_MS)
    this.latest ??= setTimeout(this.now, MAX_WAIT_MS)
  }

  readonly now = (): void => {
    this.stop()
    this.act()
  }

  stop(): void {
    if (this.quiet !== null) clearTimeout(this.quiet)
    if (this.latest !== null) clearTimeout(this.latest)
    this.quiet = null
    this.latest = null
  }
}
