const KIB = 1024

/** How large a frame may be at once, in bytes, after so many connections that ended under a large one (reliability.md F58). */
const SIZES = [256 * KIB, 64 * KIB, 16 * KIB] as const
/** No middle box cuts at less than this; a connection that ended under a smaller frame ended for another reason. */
const LARGE_BYTES = 8 * KIB

/**
 * How large the pieces are in which work goes to the server. Something on the way may end every connection by which a large
 * piece comes: the pieces become smaller, and after the smallest it is not tried again by itself.
 */
export class PartSize {
  private failures = 0
  /** Bytes of the document frames that wait for their acknowledgement, oldest first. */
  private waiting: number[] = []

  get bytes(): number {
    return SIZES[Math.min(this.failures, SIZES.length - 1)] ?? SIZES[0]
  }

  /** Whether even the smallest pieces do not get through. */
  get isExhausted(): boolean {
    return this.failures >= SIZES.length
  }

  noteOpened(): void {
    this.waiting = []
  }

  noteSent(bytes: number): void {
    this.waiting.push(bytes)
  }

  /** So many more frames are stored. */
  noteStored(newly: number): void {
    const stored = this.waiting.splice(0, newly)
    if (stored.some(isLarge)) this.failures = 0
  }

  /**
   * The connection ended. @param isAbrupt without a word of the server why, or as too large
   * @returns whether it may have ended because of the size of what was under way
   */
  noteClosed(isAbrupt: boolean): boolean {
    const wasTooLarge = isAbrupt && this.waiting.some(isLarge)
    if (wasTooLarge) this.failures += 1
    this.waiting = []
    return wasTooLarge
  }

  /** The person wants it tried once more. */
  tryAgain(): void {
    this.failures = 0
  }
}

function isLarge(bytes: number): boolean {
  return bytes >= LARGE_BYTES
}
