/** Texts as sets of three characters, for asking how many a text has in common with each of them; only those it shares cost anything. */
export class TrigramIndex {
  /** Three characters -> numbers of the texts that have them. */
  private readonly holders = new Map<string, number[]>()
  private size = 0

  /** Texts are numbered as they come, from 0. */
  add(trigrams: ReadonlySet<string>): void {
    for (const trigram of trigrams) {
      const holders = this.holders.get(trigram)
      if (holders === undefined) this.holders.set(trigram, [this.size])
      else holders.push(this.size)
    }
    this.size += 1
  }

  /** By number of text: how many of these it has too. */
  sharedWith(trigrams: ReadonlySet<string>): Uint16Array {
    const shared = new Uint16Array(this.size)
    for (const trigram of trigrams) {
      for (const holder of this.holders.get(trigram) ?? []) shared[holder] = (shared[holder] ?? 0) + 1
    }
    return shared
  }
}
