import { mergedUpdate } from '@samenreis/model/document/mergedUpdate'

/** Changes are put together up to so many bytes: some thousand Yjs structs, which cost the server tens of milliseconds to judge. */
export const STRETCH_BYTES = 64 * 1024
/** Above this the single changes are forgotten, and what is not stored can only go as one whole. */
const MOST_BYTES = 32 * 1024 * 1024

/** Changes of this tab that follow one another, as one update: the board was right before the first and after the last of them. */
export interface Stretch {
  readonly update: Uint8Array
  /** Number of its last change. */
  readonly change: number
}

/**
 * Every change of this tab that the server has not stored, each as it was when it was made. A document alone does not have that: where
 * something was changed twice, only the last is left in it, and no cut through it gives parts that are right by themselves (reliability.md F16).
 */
export class UnsentChanges {
  /** Put together already. */
  private closed: Stretch[] = []
  /** Those that a stretch is not full of yet. */
  private open: Stretch[] = []
  private openBytes = 0
  private bytes = 0
  /** Up to which change the single ones were forgotten; null = none are missing. */
  private forgottenTo: number | null = null

  add(stretch: Stretch): void {
    const { byteLength } = stretch.update
    if (this.forgottenTo !== null || this.bytes + byteLength > MOST_BYTES) {
      this.forget(stretch.change)
      return
    }
    if (this.openBytes + byteLength > STRETCH_BYTES) this.close()
    this.open.push(stretch)
    this.openBytes += byteLength
    this.bytes += byteLength
  }

  /** All changes up to this number are stored. */
  noteStored(change: number): void {
    const isLeft = (stretch: Stretch): boolean => stretch.change > change
    this.closed = this.closed.filter(isLeft)
    this.open = this.open.filter(isLeft)
    this.openBytes = sizeOf(this.open)
    this.bytes = sizeOf(this.closed) + this.openBytes
    if (this.forgottenTo !== null && change >= this.forgottenTo) this.forgottenTo = null
  }

  /** All that is not stored, in the order in which it was made. Empty where the single changes are not known any more. */
  stretches(): readonly Stretch[] {
    this.close()
    return [...this.closed]
  }

  private close(): void {
    const last = this.open.at(-1)
    if (last === undefined) return
    this.closed.push({ update: mergedUpdate(this.open.map(({ update }) => update)), change: last.change })
    this.open = []
    this.openBytes = 0
  }

  private forget(change: number): void {
    this.forgottenTo = change
    this.closed = []
    this.open = []
    this.openBytes = 0
    this.bytes = 0
  }
}

function sizeOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((bytes, { update }) => bytes + update.byteLength, 0)
}
