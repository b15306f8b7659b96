import type { RoomId } from '@samenreis/model/ids/roomId'
import type { CopyState } from './CopyState.ts'
import type { CopyShelf, StoredCopy } from './DeviceStore.ts'
import { Cell } from '../Watchable.ts'

/** While the server acknowledges as usual most work is stored before a copy is worth making, in ms. */
const UNHURRIED_MS = 1_000

export interface DeviceCopyOptions {
  readonly roomId: RoomId
  /** Client id of the tab's document. */
  readonly documentId: number
  readonly shelf: CopyShelf
  /** What is not stored now; null = nothing. */
  readonly unstored: () => Omit<StoredCopy, 'roomId' | 'documentId'> | null
  /** Whether everything that the person did is in the document already. */
  readonly isWhole: () => boolean
}

/**
 * Keeps on the device what the server has not stored, while that is wanted: one write at a time, and never said to be kept before
 * the device said so. A device that cannot never holds up the work itself (reliability.md F93).
 */
export class DeviceCopy {
  readonly state = new Cell<CopyState>('off')
  private readonly options: DeviceCopyOptions
  private wanted = false
  /** Rises with each change; a write that is done says of which it was. */
  private version = 0
  private writing = false
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: DeviceCopyOptions) {
    this.options = options
    // Not at once: the browser may not be done with taking away, and would take that as well without a word.
    options.shelf.onTaken = () => this.noteChanged(false)
  }

  /** Starts keeping, or stops and takes away what is kept. */
  want(wanted: boolean): void {
    if (wanted === this.wanted) return
    this.wanted = wanted
    if (wanted) this.noteChanged(true)
    else {
      this.state.set('off')
      const { shelf, roomId, documentId } = this.options
      shelf.remove(roomId, documentId).catch(() => undefined)
    }
  }

  /** Something changed in what is not stored. @param urgent without a connection nobody else has it */
  noteChanged(urgent: boolean): void {
    this.version += 1
    if (!this.wanted) return
    if (this.state.get() !== 'failed') this.state.set('writing')
    if (urgent) void this.write()
    else this.timer ??= setTimeout(() => void this.write(), UNHURRIED_MS)
  }

  /** No more copies are made; what stands on the device stays. */
  stop(): void {
    this.wanted = false
    this.options.shelf.onTaken = null
    if (this.timer !== null) clearTimeout(this.timer)
  }

  private async write(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    if (this.writing || !this.wanted) return
    this.writing = true
    const { shelf, roomId, documentId, unstored, isWhole } = this.options
    let done = -1
    while (done !== this.version && this.wanted) {
      done = this.version
      const copy = unstored()
      try {
        await (copy === null ? shelf.remove(roomId, documentId) : shelf.put({ roomId, documentId, ...copy }))
        // What changed meanwhile is not in it; the next round writes that.
        if (this.wanted && done === this.version && isWhole()) this.state.set('kept')
      } catch {
        if (this.wanted) this.state.set('failed')
        // What comes with the next change may fit again; what came meanwhile is that change.
        if (done === this.version) break
      }
    }
    this.writing = false
  }
}
