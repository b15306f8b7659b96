/**
 * The server's time, as this page heard it last. A device's clock may be years off (reliability.md F20): what goes into the document,
 * or is compared with a time that the server gave, counts from here.
 */
export class ServerClock {
  private readonly elapsed: () => number
  private heard: { readonly ms: number; readonly at: number } | null = null

  /** @param elapsed milliseconds on a clock that never jumps */
  constructor(elapsed = () => performance.now()) {
    this.elapsed = elapsed
  }

  /** An answer came. @param date its header `Date` */
  note(date: string | null): void {
    const ms = date === null ? Number.NaN : Date.parse(date)
    if (!Number.isNaN(ms)) this.heard = { ms, at: this.elapsed() }
  }

  /** The moment that it is; by the device's own clock before the server said anything. */
  now(): Date {
    return this.heard === null ? new Date() : new Date(this.heard.ms + this.elapsed() - this.heard.at)
  }
}

/** The one of this page. */
export const serverClock = new ServerClock()
