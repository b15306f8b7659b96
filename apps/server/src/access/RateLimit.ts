/** Keys that are remembered at most; past it the oldest are forgotten, so that a flood of keys costs no memory. */
const MAX_KEYS = 20_000

interface Window {
  count: number
  readonly endsAtMs: number
}

/** Counts events per key in windows of a fixed length, by the clock it is given. */
export class RateLimit {
  private readonly limit: number
  private readonly windowMs: number
  private readonly now: () => number
  /** In order of their start, which is the order of their end. */
  private readonly windows = new Map<string, Window>()

  constructor(limit: number, windowMs: number, now: () => number) {
    this.limit = limit
    this.windowMs = windowMs
    this.now = now
  }

  /** Counts one event. Returns 0 when it is within the limit, else the milliseconds until the next is. */
  count(key: string): number {
    const now = this.now()
    const window = this.windows.get(key)
    if (window === undefined || window.endsAtMs <= now) {
      this.windows.delete(key)
      this.windows.set(key, { count: 1, endsAtMs: now + this.windowMs })
      this.forgetOld(now)
      return 0
    }
    window.count += 1
    return window.count <= this.limit ? 0 : window.endsAtMs - now
  }

  private forgetOld(now: number): void {
    for (const [key, { endsAtMs }] of this.windows) {
      if (endsAtMs > now && this.windows.size <= MAX_KEYS) return
      this.windows.delete(key)
    }
  }
}
