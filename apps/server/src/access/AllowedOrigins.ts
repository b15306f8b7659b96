/**
 * Which websites may act for a visitor (reliability.md F61). A browser names the website in `Origin` and cannot be made to
 * lie about it; programs send none and are known by their token instead.
 */
export class AllowedOrigins {
  private readonly named: ReadonlySet<string> | null

  /** @param named the only origins that may come; null = the one the request itself was sent to */
  constructor(named: readonly string[] | null) {
    this.named = named === null ? null : new Set(named)
  }

  /** Whether a request with this `Origin` header, sent to this `Host`, may do what its session may do. */
  allows(origin: string, host: string | undefined): boolean {
    if (!URL.canParse(origin)) return false
    const url = new URL(origin)
    // Browsers write origins in one way only: lower case, no path, no default port. Any other way is no browser's.
    if (url.origin !== origin) return false
    return this.named === null ? url.host === host : this.named.has(origin)
  }
}
