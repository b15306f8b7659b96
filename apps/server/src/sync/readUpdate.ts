import * as Y from 'yjs'
import type { SyncLimits } from './limits.ts'

/** The parts of an update, read and not applied. */
export type UpdateParts = ReturnType<typeof Y.decodeUpdate>

/** More structs or ranges than one frame may hold. Reading stops there: a frame of a million tiny parts costs no more (F08). */
export class TooManyPartsError extends Error {
  override readonly name = 'TooManyPartsError'
}

/** @throws TooManyPartsError, and what Yjs and lib0 throw for bytes that are no update */
export function readUpdate(update: Uint8Array, limits: SyncLimits): UpdateParts {
  let structs = 0
  let ranges = 0
  class BoundedDecoder extends Y.UpdateDecoderV1 {
    /** Called once per struct. */
    override readInfo(): number {
      structs += 1
      if (structs > limits.structsPerFrame) throw new TooManyPartsError(`structs: more than ${limits.structsPerFrame}`)
      return super.readInfo()
    }

    /** Called once per range of deletions. */
    override readDsClock(): number {
      ranges += 1
      if (ranges > limits.deleteRangesRead) throw new TooManyPartsError('ranges of deletions')
      return super.readDsClock()
    }
  }
  return Y.decodeUpdateV2(update, BoundedDecoder)
}
