/** Who sent something, and is to hear that it is stored. */
export interface OwedMember {
  /**
   * More of what was accepted may be stored now: its frames are acknowledged.
   * @returns in how many milliseconds to ask again at the latest; `Infinity` = when more is stored; 0 = all is acknowledged
   */
  acknowledge(): number
}

/** Members of a room that sent something and were not told yet that it is stored. */
export class OwedMembers {
  readonly #members = new Set<OwedMember>()
  #timer: NodeJS.Timeout | null = null

  add(member: OwedMember): void {
    this.#members.add(member)
  }

  delete(member: OwedMember): void {
    this.#members.delete(member)
  }

  /** More may be stored now. One timer for the whole room, and only while somebody waits because he was told of late. */
  acknowledge(): void {
    let againMs = Number.POSITIVE_INFINITY
    for (const member of this.#members) {
      const waitMs = member.acknowledge()
      if (waitMs === 0) this.#members.delete(member)
      else againMs = Math.min(againMs, waitMs)
    }
    if (this.#timer !== null || againMs === Number.POSITIVE_INFINITY) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.acknowledge()
    }, againMs)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }
}
