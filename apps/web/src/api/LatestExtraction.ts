import type { Extraction } from '@samenreis/model/actions/improvementAction'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { readExtraction } from './actions.ts'

interface LatestExtractionOptions {
  readonly roomId: RoomId
  readonly onRead: (extraction: Extraction) => void
  readonly onFailed?: (error: unknown) => void
}

/** Reads the list of actions as often as it is asked to; an answer that comes after a later question, or after `stop`, is not heard. */
export class LatestExtraction {
  private readonly options: LatestExtractionOptions
  private asking: AbortController | null = null

  constructor(options: LatestExtractionOptions) {
    this.options = options
  }

  readonly read = (): void => {
    this.stop()
    const { roomId, onRead, onFailed } = this.options
    const controller = new AbortController()
    this.asking = controller
    readExtraction(roomId, controller.signal).then(
      (extraction) => {
        if (!controller.signal.aborted) onRead(extraction)
      },
      (error: unknown) => {
        if (!controller.signal.aborted) onFailed?.(error)
      },
    )
  }

  stop(): void {
    this.asking?.abort()
  }
}
