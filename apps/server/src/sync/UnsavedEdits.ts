import { mergedUpdate } from '@samenreis/model/document/mergedUpdate'
import type { Batch } from './Batch.ts'

/** What was accepted and is not known to be stored, in the order in which it came; one batch of it may be on its way to storage. No I/O. */
export class UnsavedEdits {
  /** Updates that are in no batch yet. */
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  #underWay: Batch | null = null

  get bytes(): number {
    return this.#waitingBytes + (this.#underWay?.update.byteLength ?? 0)
  }

  /** Whether something is in no batch yet. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0
  }

  get isUnderWay(): boolean {
    return this.#underWay !== null
  }

  /** Each update, as it must be applied to what is stored to make what was accepted. */
  get inOrder(): readonly Uint8Array[] {
    return this.#underWay === null ? this.#waiting : [this.#underWay.update, ...this.#waiting]
  }

  add(update: Uint8Array): void {
    this.#waiting.push(update)
    this.#waitingBytes += update.byteLength
  }

  /** Everything that waits, as one update that waits no longer; an empty one when nothing does. */
  take(): Uint8Array {
    const update = mergedUpdate(this.#waiting)
    this.#waiting = []
    this.#waitingBytes = 0
    return update
  }

  /** The batch is on its way. */
  send(batch: Batch): void {
    this.#underWay = batch
  }

  /** The batch under way has arrived, or failed. @throws Error when there is none */
  endFlight(): Batch {
    if (this.#underWay === null) throw new Error('No batch is under way')
    const batch = this.#underWay
    this.#underWay = null
    return batch
  }

  /** A batch was not stored, as far as one knows: what it held waits again, before all that came after it. */
  putBack({ update }: Batch): void {
    this.#waiting.unshift(update)
    this.#waitingBytes += update.byteLength
  }
}
